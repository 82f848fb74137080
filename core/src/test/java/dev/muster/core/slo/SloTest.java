package dev.muster.core.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SloTest {
  @Test
  void whatIsNoSloCannotBeBuilt() {
    assertThatThrownBy(() -> slo("1.0", 30, 2, 60)).hasMessageContaining("need 0 < target < 1");
    assertThatThrownBy(() -> slo("0", 30, 2, 60)).hasMessageContaining("need 0 < target < 1");
    assertThatThrownBy(() -> slo("0.99999999", 30, 2, 60)).hasMessageContaining("7 decimals");
    assertThatThrownBy(() -> slo("0.9", 6, 2, 60)).hasMessageContaining("7 to 40 whole days");
    assertThatThrownBy(() -> slo("0.9", 41, 2, 60)).hasMessageContaining("7 to 40 whole days");
    assertThatThrownBy(() -> slo("0.9", 30, 0, 60)).hasMessageContaining("minFailures >= 1");
    assertThatThrownBy(() -> slo("0.9", 30, 2, 90)).hasMessageContaining("whole minutes");
    assertThatThrownBy(() -> slo("0.9", 30, 2, 3660)).hasMessageContaining("1 to 60");
  }

  @Test
  void noWindowIsLongerThanThePeriod() {
    BurnRule rule =
        new BurnRule(Tier.TICKET, BigDecimal.ONE, Duration.ofDays(8), Duration.ofDays(1), false);

    assertThatThrownBy(() -> slo("0.9", 7, 2, 60, rule)).hasMessageContaining("got PT192H");
  }

  @Test
  void itPagesWhereATellingPageTierIs() {
    BurnRule page = BurnRule.BUILT_IN.get(0);
    BurnRule ticket = BurnRule.BUILT_IN.get(3);

    assertThat(slo("0.9", 30, 2, 60, page, ticket).pages()).isTrue();
    assertThat(slo("0.9", 30, 2, 60, page.shadow(true), ticket).pages()).isFalse();
    assertThat(slo("0.9", 30, 2, 60, ticket).pages()).isFalse();
  }

  /** Every target and share that can be written stays exact in every rule of every period. */
  @Test
  void theLargestNumbersDoNotOverflow() {
    for (String target : List.of("0.0000001", "0.1234567", "0.9999999", "0.7777777")) {
      for (String share : List.of("0.000001", "0.999983", "0.777777", "1")) {
        for (int minutes : new int[] {2, 57_599, 57_593, 57_600}) {
          BurnRule rule =
              new BurnRule(
                  Tier.TICKET,
                  new BigDecimal(share),
                  Duration.ofMinutes(minutes),
                  Duration.ofMinutes(1),
                  false);
          Slo slo = slo(target, 40, 2, 60, rule);

          assertThat(slo.threshold(rule).value())
              .isCloseTo(
                  Double.parseDouble(share) * 57_600 / minutes * (1 - Double.parseDouble(target)),
                  org.assertj.core.data.Percentage.withPercentage(1e-6));
        }
      }
    }
  }

  private static Slo slo(
      String target, int days, long minFailures, int intervalSeconds, BurnRule... rules) {
    return new Slo(
        "availability",
        null,
        null,
        new BigDecimal(target),
        Duration.ofDays(days),
        new Budgeting.Occurrences(),
        List.of(rules),
        minFailures,
        Duration.ofSeconds(intervalSeconds),
        null);
  }
}
