package dev.muster.core.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What is told of an SLO, with the figures of that boundary.
 *
 * @param good events in the period
 * @param total events in the period
 * @param budgetLeft 1 to negative; empty: undefined, no events
 * @param exhaustion how long the budget lasts at the last hour's pace; empty: not in sight
 * @param measuredTo end of the newest interval sampled, absent: none yet
 */
public record BurnSaid(
    Slo slo,
    BurnStanding standing,
    List<Pair> pairs,
    long good,
    long total,
    OptionalDouble budgetLeft,
    Optional<Duration> exhaustion,
    @Nullable Instant measuredTo,
    BurnReason reason) {
  public BurnSaid {
    pairs = List.copyOf(pairs);
  }

  BurnSaid because(BurnReason.Code code) {
    BurnReason other = new BurnReason(code, reason.values());
    return new BurnSaid(
        slo, standing, pairs, good, total, budgetLeft, exhaustion, measuredTo, other);
  }

  /**
   * One rule.
   *
   * @param longBurn empty: undefined, no events
   * @param shortBurn empty: undefined, no events
   */
  public record Pair(
      BurnRule rule,
      double factor,
      OptionalDouble longBurn,
      OptionalDouble shortBurn,
      boolean holds) {}
}
