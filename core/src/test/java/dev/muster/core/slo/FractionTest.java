package dev.muster.core.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FractionTest {
  private static final int CASES = 5_000;
  private static final long MOST_EVENTS = 1L << 53;

  @Test
  void aDecimalIsTheFractionItIs() {
    assertThat(Fraction.of(new BigDecimal("0.999"))).isEqualTo(new Fraction(999, 1000));
    assertThat(Fraction.of(new BigDecimal("0.50"))).isEqualTo(new Fraction(1, 2));
    assertThat(Fraction.of(new BigDecimal("1E+3"))).isEqualTo(new Fraction(1000, 1));
    assertThat(Fraction.of(new BigDecimal("0.9999999")).complement())
        .isEqualTo(new Fraction(1, 10_000_000));
  }

  @Test
  void whatStandsExactlyAtAThresholdIsNotAboveIt() {
    // given: one in a thousand is what 99.9 % allows; as binary fractions it would be a little more
    Fraction allowed = Fraction.of(new BigDecimal("0.999")).complement();
    assertThat(1 - 0.999).isGreaterThan(0.001);

    // then
    assertThat(allowed.isExceededBy(1, 1000)).isFalse();
    assertThat(allowed.isReachedBy(1, 1000)).isTrue();
    assertThat(allowed.isExceededBy(1, 999)).isTrue();
    assertThat(allowed.isExceededBy(1_000_000_000_001L, 1_000_000_000_000_000L)).isTrue();
  }

  @Test
  void nothingIsAboveAnythingWithoutEvents() {
    assertThat(new Fraction(0, 1).isExceededBy(0, 0)).isFalse();
    assertThat(new Fraction(1, 2).isExceededBy(0, 0)).isFalse();
    assertThat(new Fraction(1, 2).isReachedBy(0, 0)).isFalse();
  }

  @Test
  void comparisonsAreThoseOfWholeNumbersOfAnySize() {
    Random random = new Random(41);
    for (int i = 0; i < CASES; i++) {
      Fraction fraction =
          new Fraction(random.nextLong(Long.MAX_VALUE), 1 + random.nextLong(Long.MAX_VALUE - 1));
      long part = random.nextLong(MOST_EVENTS);
      long whole = random.nextInt(3) == 0 ? part : random.nextLong(MOST_EVENTS);

      int plain =
          BigInteger.valueOf(part)
              .multiply(BigInteger.valueOf(fraction.denominator()))
              .compareTo(
                  BigInteger.valueOf(fraction.numerator()).multiply(BigInteger.valueOf(whole)));

      assertThat(fraction.isExceededBy(part, whole)).isEqualTo(plain > 0);
      assertThat(fraction.isReachedBy(part, whole)).isEqualTo(whole > 0 && plain >= 0);
    }
  }

  @Test
  void theMostAndTheLeastAreTheLastThatHold() {
    Random random = new Random(42);
    for (int i = 0; i < CASES; i++) {
      Fraction fraction = new Fraction(1L + random.nextInt(1000), 1L + random.nextInt(100_000));
      long count = 1L + random.nextInt(10_000);

      long most = fraction.mostExceededBy(count);
      long least = fraction.leastExceeding(count);

      assertThat(fraction.isExceededBy(count, most + 1)).isFalse();
      assertThat(most == 0 || fraction.isExceededBy(count, most)).isTrue();
      assertThat(fraction.isExceededBy(least, count)).isTrue();
      assertThat(fraction.isExceededBy(least - 1, count)).isFalse();
    }
  }

  @Test
  void aProductIsInLowestTermsAndOneTooLargeIsRefused() {
    assertThat(new Fraction(2, 3).times(new Fraction(3, 4))).isEqualTo(new Fraction(1, 2));
    assertThatThrownBy(() -> new Fraction(1, Long.MAX_VALUE).times(new Fraction(1, Long.MAX_VALUE)))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void aNegativeShareIsRefused() {
    assertThatThrownBy(() -> new Fraction(-1, 2)).hasMessageContaining("got -1/2");
    assertThatThrownBy(() -> new Fraction(1, 0)).hasMessageContaining("got 1/0");
  }
}
