package dev.muster.streams.replay;

import java.time.Duration;
import java.time.Instant;

/**
 * A time in which people were called.
 *
 * @param from may lie before what was asked for
 * @param to exclusive; where it is still open, the end of what was asked for
 */
public record Call(Instant from, Instant to, boolean open) {

  /** How much of it lies at or after an instant. */
  public Duration after(Instant begin) {
    return Duration.between(from.isBefore(begin) ? begin : from, to);
  }

  boolean overlaps(Call other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }
}
