package dev.muster.core.catalogue.yaml;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * OpenSLO's duration shorthand, as far as its lengths are fixed: minutes, hours, days, weeks.
 *
 * @see <a href="https://github.com/OpenSLO/OpenSLO#duration-shorthand">OpenSLO</a>
 */
final class Shorthand {
  private static final Pattern FIXED = Pattern.compile("([1-9]\\d{0,5})([mhdw])");
  private static final Pattern ANY = Pattern.compile("[1-9]\\d{0,5}[mhdwMQY]");

  private Shorthand() {}

  /** Throws IllegalArgumentException where it is none, or of no fixed length. */
  static Duration parse(String text) {
    Matcher matcher = FIXED.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "w" -> Duration.ofDays(7 * amount);
      case "d" -> Duration.ofDays(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofMinutes(amount);
    };
  }

  /** Whether it is one of months, quarters or years, which are not equally long. */
  static boolean isOfTheCalendar(String text) {
    return ANY.matcher(text).matches() && !FIXED.matcher(text).matches();
  }
}
