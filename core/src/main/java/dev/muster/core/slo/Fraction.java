package dev.muster.core.slo;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * A share, exact: what stands exactly at a threshold is not above it, whatever binary fractions
 * make of 0.999.
 *
 * @param denominator greater than 0; the fraction is in lowest terms
 */
public record Fraction(long numerator, long denominator) implements Comparable<Fraction> {
  public static final Fraction ONE = new Fraction(1, 1);

  private static final int SHOWN = 3;

  public Fraction {
    if (numerator < 0 || denominator <= 0) {
      throw new IllegalArgumentException(
          "need 0 <= numerator and 0 < denominator, got " + numerator + "/" + denominator);
    }
  }

  /** Of a decimal number; {@link ArithmeticException} where it needs more than 63 bits. */
  public static Fraction of(BigDecimal value) {
    return of(
        value.unscaledValue().multiply(BigInteger.TEN.pow(Math.max(0, -value.scale()))),
        BigInteger.TEN.pow(Math.max(0, value.scale())));
  }

  private static Fraction of(BigInteger numerator, BigInteger denominator) {
    BigInteger common = numerator.gcd(denominator);
    return new Fraction(
        numerator.divide(common).longValueExact(), denominator.divide(common).longValueExact());
  }

  public Fraction times(Fraction other) {
    return of(
        BigInteger.valueOf(numerator).multiply(BigInteger.valueOf(other.numerator)),
        BigInteger.valueOf(denominator).multiply(BigInteger.valueOf(other.denominator)));
  }

  /** What is left of 1. */
  public Fraction complement() {
    return new Fraction(denominator - numerator, denominator);
  }

  /** The nearest double. */
  public double value() {
    return (double) numerator / denominator;
  }

  /** Whether {@code part / whole} is above it, strictly; never for a whole of 0. */
  public boolean isExceededBy(long part, long whole) {
    return compare(part, denominator, numerator, whole) > 0;
  }

  /** Whether {@code part / whole} is it or above it; never for a whole of 0. */
  public boolean isReachedBy(long part, long whole) {
    return whole > 0 && compare(part, denominator, numerator, whole) >= 0;
  }

  /** The greatest whole of which {@code part} is still above it; it is not 0 itself. */
  public long mostExceededBy(long part) {
    return BigInteger.valueOf(part)
        .multiply(BigInteger.valueOf(denominator))
        .subtract(BigInteger.ONE)
        .divide(BigInteger.valueOf(numerator))
        .longValueExact();
  }

  /** The least part of {@code whole} that is above it. */
  public long leastExceeding(long whole) {
    return BigInteger.valueOf(whole)
        .multiply(BigInteger.valueOf(numerator))
        .divide(BigInteger.valueOf(denominator))
        .add(BigInteger.ONE)
        .longValueExact();
  }

  @Override
  public int compareTo(Fraction other) {
    return compare(numerator, other.denominator, other.numerator, denominator);
  }

  /** For people: up to three decimals, half up. */
  @Override
  public String toString() {
    return new BigDecimal(numerator)
        .divide(new BigDecimal(denominator), SHOWN, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  /** Compares {@code a * b} with {@code c * d}, none of them negative, in 128 bits. */
  private static int compare(long a, long b, long c, long d) {
    int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
    return high == 0 ? Long.compareUnsigned(a * b, c * d) : high;
  }
}
