package dev.muster.core.slo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/**
 * Two windows, and the share of the budget that, spent within the long one, calls for people. The
 * short one says that it still goes on.
 *
 * @param share of the period's budget, more than 0 and at most 1
 * @param shadow judged and recorded, never told
 * @see <a href="https://sre.google/workbook/alerting-on-slos/">Site Reliability Workbook, chapter
 *     5</a>
 */
public record BurnRule(
    Tier tier, BigDecimal share, Duration longWindow, Duration shortWindow, boolean shadow) {
  /** What an SLO has unless it says otherwise; the most urgent first. */
  public static final List<BurnRule> BUILT_IN =
      List.of(
          rule(Tier.PAGE, "0.02", Duration.ofHours(1), Duration.ofMinutes(5)),
          rule(Tier.PAGE, "0.05", Duration.ofHours(6), Duration.ofMinutes(30)),
          rule(Tier.TICKET, "0.10", Duration.ofHours(24), Duration.ofHours(2)),
          rule(Tier.TICKET, "0.10", Duration.ofHours(72), Duration.ofHours(6)));

  /** Of a share, so that what is computed of it stays exact. */
  private static final int MOST_DECIMALS = 6;

  public BurnRule {
    if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("need 0 < share <= 1, got " + share.toPlainString());
    } else if (shortWindow.compareTo(Slice.LENGTH) < 0 || longWindow.compareTo(shortWindow) <= 0) {
      throw new IllegalArgumentException(
          "need PT1M <= short window < long window, got " + shortWindow + " and " + longWindow);
    } else if (!Slice.isWhole(shortWindow) || !Slice.isWhole(longWindow)) {
      throw new IllegalArgumentException(
          "need windows of whole minutes, got " + shortWindow + " and " + longWindow);
    }
    share = share.stripTrailingZeros();
    if (share.scale() > MOST_DECIMALS) {
      throw new IllegalArgumentException(
          "need a share of up to 6 decimals, got " + share.toPlainString());
    }
  }

  private static BurnRule rule(Tier tier, String share, Duration longWindow, Duration shortWindow) {
    return new BurnRule(tier, new BigDecimal(share), longWindow, shortWindow, false);
  }

  /** The burn above which it holds: how many times faster than the period allows. */
  public Fraction factor(Duration period) {
    return Fraction.of(share)
        .times(new Fraction(period.toMinutes(), 1))
        .times(new Fraction(1, longWindow.toMinutes()));
  }

  /** The same, told or only recorded. */
  public BurnRule shadow(boolean only) {
    return new BurnRule(tier, share, longWindow, shortWindow, only);
  }

  /** As it is written: {@code page 2% 1h/5m}. */
  @Override
  public String toString() {
    return "%s %s%% %s/%s%s"
        .formatted(
            Written.tier(tier),
            Written.percent(share),
            Written.span(longWindow),
            Written.span(shortWindow),
            shadow ? " shadow" : "");
  }

  /** The share of bad events above which it holds. */
  public Fraction threshold(Duration period, Fraction allowed) {
    return factor(period).times(allowed);
  }

  /** Whether it can mean anything for an objective. */
  public Fit fit(Duration period, Fraction allowed, Budgeting budgeting) {
    return Fit.of(this, period, allowed, budgeting);
  }
}
