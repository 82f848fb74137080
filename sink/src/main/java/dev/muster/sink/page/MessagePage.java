package dev.muster.sink.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something could not be shown.
 *
 * @param suggestions service ids that come close
 * @param command what to type next, absent for none
 */
public record MessagePage(
    Frame frame,
    String heading,
    String sentence,
    List<String> suggestions,
    @Nullable String command) {}
