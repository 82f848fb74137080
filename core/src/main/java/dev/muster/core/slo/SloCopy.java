package dev.muster.core.slo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is told of an SLO to where its past is asked about, beside its hours.
 *
 * @param head the boundary it was judged to, as the number of the slice that begins there
 */
public record SloCopy(
    BigDecimal target, Duration period, Budgeting budgeting, Exclusions exclusions, long head) {
  private static final String ANY = "any";

  /** Later than all: hours of a copy are on its shelf. */
  private static final long NEVER = Long.MAX_VALUE;

  public SloCopy {
    target = target.stripTrailingZeros();
  }

  /** What its minutes say. */
  public SloPast past(HourShelf hours) {
    return new SloPast(this, hours);
  }

  /** The end of the minute judged last. */
  public Instant judgedTo() {
    return Slice.start(head);
  }

  /**
   * Takes hours off a shelf that the SLO itself has no more, when it was at another head before.
   */
  public void trim(long before, HourShelf hours) {
    long oldest = SliceHour.of(head) - Ledger.KEPT_HOURS;
    long from = Math.max(SliceHour.of(before) - Ledger.KEPT_HOURS, oldest - Ledger.KEPT_HOURS);
    for (long hour = from + 1; hour <= oldest; hour++) {
      hours.remove(hour);
    }
  }

  Slo slo() {
    return new Slo(
        ANY,
        null,
        null,
        target,
        period,
        budgeting,
        List.of(),
        Slo.DEFAULT_MIN_FAILURES,
        Slo.DEFAULT_SAMPLE_INTERVAL,
        null);
  }

  Ledger ledger(HourShelf hours) {
    Windows windows = Windows.of(slo());
    Ledger.Rules rules = new Ledger.Rules(budgeting, exclusions);
    return new Ledger(hours, windows, rules, new SliceHour(NEVER), head, head);
  }
}
