package dev.muster.core.slo;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/** How figures of an SLO are written for people, and read again. */
public final class Written {
  private static final int HOUR = 60;
  private static final int DAY = 24;

  /** Up to here a window is told in hours, as the Workbook does. */
  private static final int MOST_HOURS = 72;

  private Written() {}

  /** Of whole minutes: {@code 5m}, {@code 72h}, {@code 30d}. */
  public static String span(Duration window) {
    long minutes = window.toMinutes();
    if (minutes % HOUR != 0) {
      return minutes + "m";
    }
    long hours = minutes / HOUR;
    return hours <= MOST_HOURS || hours % DAY != 0 ? hours + "h" : hours / DAY + "d";
  }

  static String tier(Tier tier) {
    return tier.name().toLowerCase(Locale.ROOT);
  }

  static String percent(BigDecimal share) {
    return share.movePointRight(2).stripTrailingZeros().toPlainString();
  }
}
