package dev.muster.sink.view;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a view can be believed.
 *
 * @param asOf everything written before it is in the view
 * @param stale whether that is too long ago to be called now
 */
public record Freshness(Instant asOf, boolean stale) {
  /** Ends are asked for once a second; five misses are no accident. */
  static final Duration LIMIT = Duration.ofSeconds(5);

  public static Freshness at(Instant asOf, Instant now) {
    return new Freshness(asOf, Duration.between(asOf, now).compareTo(LIMIT) > 0);
  }

  /** What follows from two views can be believed as far as the older one. */
  public Freshness and(Freshness other) {
    return asOf.isBefore(other.asOf) ? this : other;
  }
}
