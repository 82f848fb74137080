package dev.muster.core.slo;

import java.time.Duration;

/** Whether a rule can mean anything for an objective. */
public enum Fit {
  FITS,

  /** It asks for a burn that leaves budget at the period's end. */
  BUDGET_NEUTRAL,

  /** It asks for more errors than there are events. */
  UNREACHABLE,

  /** Its long window is longer than the period. */
  TOO_LONG,

  /** Its short window holds no whole slice of the budget. */
  TOO_SHORT;

  static Fit of(BurnRule rule, Duration period, Fraction allowed, Budgeting budgeting) {
    if (rule.longWindow().compareTo(period) > 0) {
      return TOO_LONG;
    } else if (budgeting instanceof Budgeting.Timeslices slices
        && rule.shortWindow().compareTo(slices.slice()) < 0) {
      return TOO_SHORT;
    } else if (rule.factor(period).compareTo(Fraction.ONE) < 0) {
      return BUDGET_NEUTRAL;
    }
    return rule.threshold(period, allowed).compareTo(Fraction.ONE) < 0 ? FITS : UNREACHABLE;
  }
}
