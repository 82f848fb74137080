package dev.muster.core.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BurnRuleTest {
  private static final Budgeting OCCURRENCES = new Budgeting.Occurrences();

  @ParameterizedTest
  @CsvSource({
    "30, 14.4, 6, 3, 1",
    "28, 13.44, 5.6, 2.8, 0.933",
    "7, 3.36, 1.4, 0.7, 0.233",
    "40, 19.2, 8, 4, 1.333"
  })
  void factorsAreThoseThatBooksPrint(
      int days, String first, String second, String third, String fourth) {
    assertThat(BurnRule.BUILT_IN)
        .extracting(rule -> rule.factor(Duration.ofDays(days)).toString())
        .containsExactly(first, second, third, fourth);
  }

  static IntStream periods() {
    return IntStream.rangeClosed(7, 40);
  }

  @ParameterizedTest
  @MethodSource("periods")
  void theFactorOfEveryPeriodIsItsShareOfTheBudgetInTheLongWindow(int days) {
    List<BigDecimal> shares =
        List.of(
            new BigDecimal("0.02"),
            new BigDecimal("0.05"),
            new BigDecimal("0.1"),
            new BigDecimal("0.1"));
    int[] hours = {1, 6, 24, 72};

    for (int i = 0; i < hours.length; i++) {
      // A burn of exactly the factor spends exactly the share: factor * long / period = share.
      Fraction factor = BurnRule.BUILT_IN.get(i).factor(Duration.ofDays(days));
      BigDecimal plain =
          shares
              .get(i)
              .multiply(new BigDecimal(days * 24))
              .divide(new BigDecimal(hours[i]), 12, RoundingMode.HALF_UP);
      assertThat(
              new BigDecimal(factor.numerator())
                  .divide(new BigDecimal(factor.denominator()), 12, RoundingMode.HALF_UP))
          .isEqualTo(plain);
      assertThat(factor.times(new Fraction(hours[i], days * 24L)))
          .isEqualTo(Fraction.of(shares.get(i)));
    }
  }

  @Test
  void aRuleThatCannotMeanAnythingDoesNotFit() {
    BurnRule first = BurnRule.BUILT_IN.get(0);
    BurnRule last = BurnRule.BUILT_IN.get(3);

    assertThat(fit(first, 30, "0.999")).isEqualTo(Fit.FITS);
    assertThat(fit(last, 30, "0.999")).as("a factor of 1 itself").isEqualTo(Fit.FITS);
    assertThat(fit(last, 28, "0.999")).isEqualTo(Fit.BUDGET_NEUTRAL);
    assertThat(fit(first, 30, "0.93")).as("14.4 * 0.07 = 1.008").isEqualTo(Fit.UNREACHABLE);
    assertThat(fit(first, 30, "0.931")).as("14.4 * 0.069 = 0.9936").isEqualTo(Fit.FITS);
  }

  @Test
  void nothingIsAboveAllSoAThresholdOfAllIsUnreachable() {
    BurnRule four =
        new BurnRule(
            Tier.PAGE, new BigDecimal("0.1"), Duration.ofHours(18), Duration.ofHours(1), false);

    assertThat(four.threshold(Duration.ofDays(30), new Fraction(1, 4))).isEqualTo(Fraction.ONE);
    assertThat(fit(four, 30, "0.75")).isEqualTo(Fit.UNREACHABLE);
  }

  @Test
  void aWindowLongerThanThePeriodOrShorterThanASliceDoesNotFit() {
    BurnRule long8 =
        new BurnRule(Tier.TICKET, BigDecimal.ONE, Duration.ofDays(8), Duration.ofDays(1), false);
    Budgeting quarters = new Budgeting.Timeslices(new BigDecimal("0.9"), Duration.ofMinutes(15));

    assertThat(fit(long8, 7, "0.9")).isEqualTo(Fit.TOO_LONG);
    assertThat(BurnRule.BUILT_IN.get(0).fit(Duration.ofDays(30), new Fraction(1, 100), quarters))
        .isEqualTo(Fit.TOO_SHORT);
  }

  @Test
  void itIsWrittenAsItIsRead() {
    assertThat(BurnRule.BUILT_IN)
        .extracting(BurnRule::toString)
        .containsExactly(
            "page 2% 1h/5m", "page 5% 6h/30m", "ticket 10% 24h/2h", "ticket 10% 72h/6h");
    assertThat(BurnRule.BUILT_IN.get(0).shadow(true)).hasToString("page 2% 1h/5m shadow");
  }

  @Test
  void whatIsNoRuleCannotBeBuilt() {
    assertThatThrownBy(() -> rule("0", 60, 5)).hasMessageContaining("need 0 < share <= 1, got 0");
    assertThatThrownBy(() -> rule("1.1", 60, 5)).hasMessageContaining("got 1.1");
    assertThatThrownBy(() -> rule("0.0000001", 60, 5)).hasMessageContaining("6 decimals");
    assertThatThrownBy(() -> rule("0.02", 5, 5)).hasMessageContaining("short window < long window");
    assertThatThrownBy(
            () ->
                new BurnRule(
                    Tier.PAGE, BigDecimal.ONE, Duration.ofHours(1), Duration.ofSeconds(90), false))
        .hasMessageContaining("whole minutes");
  }

  private static BurnRule rule(String share, int longMinutes, int shortMinutes) {
    return new BurnRule(
        Tier.PAGE,
        new BigDecimal(share),
        Duration.ofMinutes(longMinutes),
        Duration.ofMinutes(shortMinutes),
        false);
  }

  private static Fit fit(BurnRule rule, int days, String target) {
    Fraction allowed = Fraction.of(new BigDecimal(target)).complement();
    return rule.fit(Duration.ofDays(days), allowed, OCCURRENCES);
  }
}
