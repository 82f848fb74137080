package dev.muster.sink.page;

import org.jspecify.annotations.Nullable;

/**
 * The way in.
 *
 * @param mistake why the last try did not work, absent at the first
 * @param link a one-time link's secret, which then stands in the token's place
 * @param next where to go afterwards; a path on this server
 */
public record LoginPage(
    Frame frame, @Nullable String mistake, @Nullable String link, String next) {}
