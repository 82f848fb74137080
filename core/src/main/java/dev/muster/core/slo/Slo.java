package dev.muster.core.slo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One objective of a service, resolved.
 *
 * @param name unique within the service
 * @param description what it promises, absent when not said
 * @param kind {@code latency}, {@code availability}, …; absent when not said
 * @param target the share that is to be good, more than 0 and less than 1
 * @param period over which the budget is counted, rolling; 7 to 40 days, whole
 * @param rules by which it calls for people, the most urgent first; empty where it calls nobody
 * @param minFailures bad events in the long window below which no rule holds, at least 1
 * @param sampleInterval how often a sample comes, whole minutes up to an hour
 * @param indicator where its figures come from, absent when not said
 */
public record Slo(
    String name,
    @Nullable String description,
    @Nullable String kind,
    BigDecimal target,
    Duration period,
    Budgeting budgeting,
    List<BurnRule> rules,
    long minFailures,
    Duration sampleInterval,
    @Nullable Indicator indicator) {
  public static final Duration SHORTEST_PERIOD = Duration.ofDays(7);
  public static final Duration LONGEST_PERIOD = Duration.ofDays(40);
  public static final Duration DEFAULT_PERIOD = Duration.ofDays(30);
  public static final long DEFAULT_MIN_FAILURES = 2;
  public static final Duration DEFAULT_SAMPLE_INTERVAL = Duration.ofMinutes(1);

  /** No sample covers more. */
  public static final Duration LONGEST_SAMPLE = Duration.ofHours(1);

  /** Of a target, so that what is computed of it stays exact. */
  public static final int MOST_DECIMALS = 7;

  public Slo {
    if (target.signum() <= 0 || target.compareTo(BigDecimal.ONE) >= 0) {
      throw new IllegalArgumentException("need 0 < target < 1, got " + target.toPlainString());
    } else if (period.compareTo(SHORTEST_PERIOD) < 0
        || period.compareTo(LONGEST_PERIOD) > 0
        || !period.equals(Duration.ofDays(period.toDays()))) {
      throw new IllegalArgumentException("need 7 to 40 whole days as period, got " + period);
    } else if (minFailures < 1) {
      throw new IllegalArgumentException("need minFailures >= 1, got " + minFailures);
    } else if (!Slice.isWhole(sampleInterval)
        || sampleInterval.compareTo(Slice.LENGTH) < 0
        || sampleInterval.compareTo(LONGEST_SAMPLE) > 0) {
      throw new IllegalArgumentException(
          "need a sample interval of whole minutes, 1 to 60, got " + sampleInterval);
    }
    for (BurnRule rule : rules) {
      if (rule.longWindow().compareTo(period) > 0) {
        throw new IllegalArgumentException(
            "need windows up to the period of " + period + ", got " + rule.longWindow());
      }
    }
    target = target.stripTrailingZeros();
    if (target.scale() > MOST_DECIMALS) {
      throw new IllegalArgumentException(
          "need a target of up to 7 decimals, got " + target.toPlainString());
    }
    rules = List.copyOf(rules);
  }

  /** The share of events that may be bad. */
  public Fraction allowed() {
    return Fraction.of(target).complement();
  }

  /** The same, measured so. */
  public Slo measuredBy(@Nullable Indicator by) {
    return new Slo(
        name, description, kind, target, period, budgeting, rules, minFailures, sampleInterval, by);
  }

  /** The share of bad events above which a rule of it holds. */
  public Fraction threshold(BurnRule rule) {
    return rule.threshold(period, allowed());
  }

  /** Whether a burn can wake somebody. */
  public boolean pages() {
    return rules.stream().anyMatch(rule -> rule.tier() == Tier.PAGE && !rule.shadow());
  }
}
