package dev.muster.core.catalogue.yaml;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How spans of time are written. */
final class Spans {
  /** What can stand there, for messages. */
  static final String EXPECTED =
      "a span such as 60d, 12h, PT2H, weekly, monthly, quarterly, half-yearly or yearly";

  /** Cadences, each with its grace. */
  static final Map<String, Duration> CADENCES =
      Map.of(
          "weekly", Duration.ofDays(9),
          "monthly", Duration.ofDays(35),
          "quarterly", Duration.ofDays(100),
          "half-yearly", Duration.ofDays(190),
          "yearly", Duration.ofDays(395));

  private static final Pattern SHORT = Pattern.compile("(\\d{1,6})([dhms])");

  private Spans() {}

  /** Throws IllegalArgumentException or DateTimeException where it is none, or not above 0. */
  static Duration parse(String text) {
    Duration cadence = CADENCES.get(text);
    if (cadence != null) {
      return cadence;
    }
    Matcher matcher = SHORT.matcher(text);
    Duration span = matcher.matches() ? ofShort(matcher) : Duration.parse(text);
    if (span.isZero() || span.isNegative()) {
      throw new IllegalArgumentException("need a span above 0");
    }
    return span;
  }

  private static Duration ofShort(Matcher matcher) {
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "d" -> Duration.ofDays(amount);
      case "h" -> Duration.ofHours(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofSeconds(amount);
    };
  }
}
