package dev.muster.core.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LowTrafficTest {
  @Test
  void oneFailureAtThreeNinesFiresEachTierDownFromAKnownTraffic() {
    Slo slo = slo("0.999", 1, BurnRule.BUILT_IN, new Budgeting.Occurrences());

    assertThat(slo.rules())
        .extracting(rule -> LowTraffic.most(slo, rule))
        .containsExactly(69L, 166L, 333L, 999L);
  }

  @Test
  void theFloorIsWhereTheRuleItselfTurns() {
    for (String target : List.of("0.95", "0.99", "0.995", "0.999", "0.9999")) {
      for (long failures = 1; failures <= 7; failures++) {
        Slo slo = slo(target, failures, BurnRule.BUILT_IN, new Budgeting.Occurrences());
        for (BurnRule rule : slo.rules()) {
          long most = LowTraffic.most(slo, rule);
          Fraction factor = rule.factor(slo.period());
          // burn = (bad / total) / (1 - target), held against the factor as the rule is written.
          BigDecimal budget =
              BigDecimal.ONE
                  .subtract(new BigDecimal(target))
                  .multiply(new BigDecimal(factor.numerator()));
          BigDecimal bad = new BigDecimal(failures).multiply(new BigDecimal(factor.denominator()));
          assertThat(bad).isGreaterThan(budget.multiply(new BigDecimal(most)));
          assertThat(bad).isLessThanOrEqualTo(budget.multiply(new BigDecimal(most + 1)));
        }
      }
    }
  }

  @Test
  void itIsSaidInOneLine() {
    assertThat(LowTraffic.sentence(slo("0.999", 1, BurnRule.BUILT_IN, new Budgeting.Occurrences())))
        .isEqualTo(
            "0.999 of events over 30d: 1 failure pages in 1h of up to 69 events or 6h of up to 166"
                + " events, and makes a ticket in 24h of up to 333 events or 72h of up to 999 events");
    assertThat(
            LowTraffic.sentence(
                slo(
                    "0.99",
                    2,
                    List.of(BurnRule.BUILT_IN.get(0).shadow(true), BurnRule.BUILT_IN.get(3)),
                    new Budgeting.Occurrences())))
        .isEqualTo(
            "0.99 of events over 30d: 2 failures page in 1h of up to 13 events (shadow), and make a"
                + " ticket in 72h of up to 199 events");
  }

  @Test
  void ofSlicesItSaysHowManyMustBeBad() {
    Budgeting minutes = new Budgeting.Timeslices(new BigDecimal("0.9"), Duration.ofMinutes(1));

    // 60 minutes * 14.4 * 0.01 = 8.64, so 9 of them; 1440 * 3 * 0.01 = 43.2.
    assertThat(LowTraffic.sentence(slo("0.99", 2, BurnRule.BUILT_IN, minutes)))
        .isEqualTo(
            "0.99 of slices of 1m over 30d: pages at 9 bad slices in 1h or 22 bad slices in 6h, and"
                + " makes a ticket at 44 bad slices in 24h or 44 bad slices in 72h");
  }

  @Test
  void ofAShareWithoutCountsItSaysNoTraffic() {
    Slo counted = slo("0.95", 2, BurnRule.BUILT_IN, new Budgeting.Occurrences());
    Indicator raw = new Indicator.Raw(new Indicator.Query(null, "Any", Map.of()), false);

    assertThat(LowTraffic.sentence(counted.measuredBy(raw)))
        .isEqualTo(
            "0.95 of a share without counts over 30d: pages in 1h or 6h, and makes a ticket in 24h"
                + " or 72h");
  }

  @Test
  void anSloWithoutRulesCallsNobody() {
    assertThat(LowTraffic.sentence(slo("0.9", 2, List.of(), new Budgeting.Occurrences())))
        .isEqualTo("0.9 of events over 30d: calls nobody");
  }

  private static Slo slo(
      String target, long minFailures, List<BurnRule> rules, Budgeting budgeting) {
    return new Slo(
        "availability",
        null,
        null,
        new BigDecimal(target),
        Duration.ofDays(30),
        budgeting,
        rules,
        minFailures,
        Slo.DEFAULT_SAMPLE_INTERVAL,
        null);
  }
}
