package dev.muster.core.slo;

import java.time.Instant;

/** Where the one alert of an SLO stands. */
public sealed interface Call {

  /** There was none. */
  record Quiet() implements Call {}

  /**
   * Open.
   *
   * @param since the boundary at which it opened, whatever its tier was then
   * @param frozen in a gap of the samples: it can neither rise nor end
   */
  record Open(Tier tier, Instant since, boolean frozen) implements Call {}

  /** The last one ended. */
  record Resolved() implements Call {}
}
