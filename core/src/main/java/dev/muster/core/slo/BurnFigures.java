package dev.muster.core.slo;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The figures of an SLO at a boundary. Ratios, 0 to 1; undefined where there were no events.
 *
 * @param allowed the share of events that may be bad
 */
public record BurnFigures(Slo slo, Fraction allowed, Windows windows) {

  /** How many times faster than the period allows the budget was spent. */
  public OptionalDouble burn(Duration window) {
    return burn(windows.of(window));
  }

  OptionalDouble burn(int window) {
    long total = windows.total(window);
    return total == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) windows.bad(window) / total / allowed.value());
  }

  /** Good events in the period. */
  public long good() {
    return windows.good(period());
  }

  /** All events in the period. */
  public long total() {
    return windows.total(period());
  }

  /** What is left of the period's budget: 1 to negative. */
  public OptionalDouble budgetLeft() {
    OptionalDouble spent = burn(period());
    return spent.isEmpty() ? spent : OptionalDouble.of(1 - spent.getAsDouble());
  }

  /** When the budget ends at the last hour's pace; empty where it does not, or has. */
  public Optional<Duration> timeToExhaustion() {
    OptionalDouble left = budgetLeft();
    OptionalDouble pace = burn(Windows.PACE);
    if (left.isEmpty() || pace.isEmpty() || left.getAsDouble() <= 0 || pace.getAsDouble() <= 0) {
      return Optional.empty();
    }
    double millis = slo.period().toMillis() * left.getAsDouble() / pace.getAsDouble();
    return Optional.of(Duration.ofMillis((long) Math.min(millis, Long.MAX_VALUE)));
  }

  /** Whether there is budget left and the last hour spends it faster than it is meant to be. */
  boolean isAtRisk() {
    int pace = windows.of(Windows.PACE);
    return allowed.isExceededBy(windows.bad(pace), windows.total(pace));
  }

  boolean isSpent() {
    return allowed.isReachedBy(windows.bad(period()), windows.total(period()));
  }

  private int period() {
    return windows.of(slo.period());
  }
}
