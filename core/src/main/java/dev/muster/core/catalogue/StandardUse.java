package dev.muster.core.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a service is held to a standard.
 *
 * @param hash content hash of the standard's resolved text; absent in a document not yet resolved
 * @param level the level asked for, absent means the standard's highest
 * @param from the first day (UTC) it is binding; absent means at once. Before it the standard is
 *     shown as upcoming
 */
public record StandardUse(
    String id, @Nullable String hash, @Nullable String level, @Nullable LocalDate from) {}
