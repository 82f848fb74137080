package dev.muster.ingest.collector;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time as a tool prints it: ISO-8601 with any fraction, "T" or a space, with offset or zone
 * letters, Go's own text, the long forms of C, mail and Java, and seconds since 1970 down to
 * nanoseconds.
 */
sealed interface Time {

  /** An instant. */
  record At(Instant instant) implements Time {}

  /** One that says no zone, where none was given either; UTC is never assumed. */
  record Zoneless() implements Time {}

  /** None: nothing, or a zero that means so (Go's year 1, the epoch itself). */
  record Absent() implements Time {}

  /** Something else. */
  record Unreadable() implements Time {}

  /** ISO-8601 and its neighbours; Go adds a zone's name and a clock reading after the offset. */
  Pattern ISO =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\d)[Tt ](\\d\\d:\\d\\d(?::\\d\\d)?)(?:[.,](\\d{1,9})\\d{0,9})?"
              + " ?(Z|z|UTC|GMT|[+-]\\d\\d(?::?\\d\\d)?)?(?: [A-Z]{1,5}| [+-]\\d{2,4})?"
              + "(?: m=[+-][\\d.]+)?");

  Pattern EPOCH = Pattern.compile("-?\\d{1,19}(?:\\.\\d{1,12})?(?:[eE]\\+?\\d{1,2})?");

  /** Of C's asctime, of mail, and of Java's older formats; none says a zone. */
  List<DateTimeFormatter> WORDED =
      List.of(
          worded("EEE MMM d HH:mm:ss yyyy"),
          worded("EEE, d MMM yyyy HH:mm:ss"),
          worded("MMM d, yyyy h:mm:ss a"));

  private static DateTimeFormatter worded(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.US);
  }

  /**
   * Of text, or of a number.
   *
   * @param zone of those that say none
   */
  static Time of(JsonNode node, Optional<ZoneId> zone) {
    if (node.isMissingNode() || node.isNull()) {
      return new Absent();
    }
    return node.isTextual() || node.isNumber() ? of(node.asText(), zone) : new Unreadable();
  }

  static Time of(String text, Optional<ZoneId> zone) {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      return new Absent();
    }
    try {
      return EPOCH.matcher(trimmed).matches()
          ? epoch(new BigDecimal(trimmed))
          : written(trimmed.replaceAll("\\s+", " "), zone);
    } catch (DateTimeException | ArithmeticException e) {
      return new Unreadable();
    }
  }

  private static Time written(String text, Optional<ZoneId> zone) {
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      LocalDateTime local = LocalDateTime.parse(iso.group(1) + 'T' + iso.group(2));
      String fraction = iso.group(3) == null ? "" : iso.group(3);
      LocalDateTime exact =
          local.withNano(Integer.parseInt((fraction + "000000000").substring(0, 9)));
      return iso.group(4) == null ? local(exact, zone) : at(exact.toInstant(offset(iso.group(4))));
    }
    boolean utc = text.endsWith(" GMT") || text.endsWith(" UTC");
    String bare = utc ? text.substring(0, text.length() - " GMT".length()) : text;
    for (DateTimeFormatter form : WORDED) {
      try {
        return local(LocalDateTime.parse(bare, form), utc ? Optional.of(ZoneOffset.UTC) : zone);
      } catch (DateTimeException e) {
        // Perhaps the next.
      }
    }
    return new Unreadable();
  }

  private static ZoneOffset offset(String text) {
    return Character.isLetter(text.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(text);
  }

  private static Time local(LocalDateTime local, Optional<? extends ZoneId> zone) {
    return zone.<Time>map(known -> at(local.atZone(known).toInstant())).orElse(new Zoneless());
  }

  /** By its size: seconds, or thousandths, millionths, billionths of them (years 1970 to 5138). */
  private static Time epoch(BigDecimal number) {
    int digits = number.precision() - number.scale();
    int unit = digits > 17 ? 9 : digits > 14 ? 6 : digits > 11 ? 3 : 0;
    BigDecimal seconds = number.movePointLeft(unit);
    long whole = seconds.setScale(0, RoundingMode.FLOOR).longValueExact();
    long nanos = seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue();
    return at(Instant.ofEpochSecond(whole, nanos));
  }

  private static Time at(Instant instant) {
    return instant.isAfter(Instant.EPOCH) ? new At(instant) : new Absent();
  }
}
