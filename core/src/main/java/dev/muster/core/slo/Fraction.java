package dev.muster.core.slo;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A share, exact: what stands exactly at a threshold is not above it, whatever binary fractions
 * make of 0.999.
 *
 * @param denominator greater than 0; the fraction is in lowest terms
 */
public record Fraction(long numerator, long denominator) {
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

  /** Compares {@code a * b} with {@code c * d}, none of them negative, in 128 bits. */
  private static int compare(long a, long b, long c, long d) {
    int high = Long.compare(Math.multiplyHigh(a, b), Math.multiplyHigh(c, d));
    return high == 0 ? Long.compareUnsigned(a * b, c * d) : high;
  }
}
