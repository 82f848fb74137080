package dev.muster.sink.page;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures in words, never nearer to nothing or to all than they are. */
final class Figures {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal LEAST = new BigDecimal("0.1");

  private Figures() {}

  /** A share as it is, in percent: {@code 99.95 %}. */
  static String percent(BigDecimal share) {
    return plain(share.multiply(HUNDRED)) + " %";
  }

  /** {@code 2 of 31 (6.5 %)}; of none it has no share. */
  static String of(long part, long whole) {
    return part + " of " + whole + (whole == 0 ? "" : " (" + share(part, whole) + ")");
  }

  private static String share(long part, long whole) {
    BigDecimal percent =
        BigDecimal.valueOf(part)
            .multiply(HUNDRED)
            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    if (part > 0 && percent.signum() == 0) {
      return "less than " + LEAST + " %";
    } else if (part < whole && percent.compareTo(HUNDRED) == 0) {
      return "more than " + HUNDRED.subtract(LEAST) + " %";
    }
    return plain(percent) + " %";
  }

  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
