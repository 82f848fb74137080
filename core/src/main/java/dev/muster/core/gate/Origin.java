package dev.muster.core.gate;

import java.time.Instant;

/**
 * Where an event comes from, and when.
 *
 * @param id unique within its source
 * @param subject the service, or {@code rotation/…}, {@code system/…}, {@code org}
 * @param time when it happened
 * @param received when Muster learned it
 */
public record Origin(
    String id, String source, String subject, Instant time, Instant received, Position position) {}
