package dev.muster.core.slo;

import java.math.BigDecimal;
import java.time.Duration;

/** What the budget is counted in. */
public sealed interface Budgeting {

  /** Events: a bad one costs what it is of all. */
  record Occurrences() implements Budgeting {}

  /**
   * Slices of time: one is good when enough of its events are. A slice without events is none, as
   * is one that was not sampled.
   *
   * @param target the share of a slice's events that makes it good, more than 0 and at most 1
   * @param slice its length: whole minutes that divide an hour
   */
  record Timeslices(BigDecimal target, Duration slice) implements Budgeting {
    public Timeslices {
      if (target.signum() <= 0 || target.compareTo(BigDecimal.ONE) > 0) {
        throw new IllegalArgumentException("need 0 < timeSliceTarget <= 1, got " + target);
      } else if (!Slice.isWhole(slice)
          || slice.isZero()
          || slice.isNegative()
          || Duration.ofHours(1).toMinutes() % slice.toMinutes() != 0) {
        throw new IllegalArgumentException(
            "need a timeSliceWindow of whole minutes that divide an hour, got " + slice);
      }
      target = target.stripTrailingZeros();
    }
  }
}
