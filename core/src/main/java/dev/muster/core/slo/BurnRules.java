package dev.muster.core.slo;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;

/** The rules of one SLO, made ready once for all boundaries. */
final class BurnRules {
  private static final int COVERED_OF_TEN = 9;

  private final Slo slo;
  private final Fraction allowed;
  private final List<Ready> rules;

  /** A rule, its threshold as a share of bad events, and the places of its windows. */
  private record Ready(BurnRule rule, Fraction threshold, int longWindow, int shortWindow) {
    boolean calls(Windows windows, long minFailures) {
      return windows.bad(longWindow) >= minFailures
          && threshold.isExceededBy(windows.bad(longWindow), windows.total(longWindow))
          && threshold.isExceededBy(windows.bad(shortWindow), windows.total(shortWindow));
    }

    /** Whether enough is known to say that it is over. */
    boolean isCovered(Windows windows, long sinceFirst) {
      long slices = Math.min(windows.minutes(shortWindow), sinceFirst);
      return 10 * windows.sampled(shortWindow) >= COVERED_OF_TEN * slices
          && windows.good(shortWindow) > 0;
    }
  }

  BurnRules(Slo slo, Windows windows) {
    this.slo = slo;
    this.allowed = slo.allowed();
    this.rules =
        slo.rules().stream()
            .map(
                rule ->
                    new Ready(
                        rule,
                        rule.factor(slo.period()).times(slo.allowed()),
                        windows.of(rule.longWindow()),
                        windows.of(rule.shortWindow())))
            .toList();
  }

  BurnFigures figures(Windows windows) {
    return new BurnFigures(slo, allowed, windows);
  }

  /**
   * Which hold at a boundary. One that held goes on while too little is known.
   *
   * @param sinceFirst slices since the first sample ever
   */
  BitSet holding(Windows windows, long sinceFirst, BitSet before) {
    BitSet holding = new BitSet(rules.size());
    for (int i = 0; i < rules.size(); i++) {
      Ready rule = rules.get(i);
      if (rule.calls(windows, slo.minFailures())
          || (before.get(i) && !rule.isCovered(windows, sinceFirst))) {
        holding.set(i);
      }
    }
    return holding;
  }

  /** The alert at an instant. */
  Call call(BitSet holding, Call before, boolean frozen, Instant now) {
    Tier tier = null;
    for (int i = holding.nextSetBit(0); i >= 0; i = holding.nextSetBit(i + 1)) {
      BurnRule rule = slo.rules().get(i);
      if (!rule.shadow() && (tier == null || rule.tier().compareTo(tier) < 0)) {
        tier = rule.tier();
      }
    }
    if (tier == null) {
      return before instanceof Call.Open ? new Call.Resolved() : before;
    }
    return new Call.Open(tier, before instanceof Call.Open open ? open.since() : now, frozen);
  }
}
