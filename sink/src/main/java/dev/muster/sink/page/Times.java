package dev.muster.sink.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Puts instants into words for one page.
 *
 * @param now when the page is made; every relative word counts from it
 * @param zone whose clock the absolute words follow; always named beside them
 */
public record Times(Instant now, ZoneId zone) {
  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final DateTimeFormatter CLOCK = formatter("HH:mm:ss");
  private static final DateTimeFormatter DAY = formatter("d MMM");
  private static final DateTimeFormatter DAY_OF_YEAR = formatter("d MMM yyyy");
  private static final DateTimeFormatter FULL = formatter("d MMM yyyy HH:mm z");

  /** Nobody takes a day this near for one of another year. */
  private static final long CLEAR_DAYS = 180;

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  public Times {
    // The offset of zero would be shown as "Z".
    zone = zone.equals(ZoneOffset.UTC) ? UTC : zone;
  }

  public Moment moment(Instant at) {
    return new Moment(at.toString(), FULL.format(at.atZone(zone)), relative(at));
  }

  /** {@code 14 Jan}, with the year where it could be mistaken for another one. */
  public String day(Instant at) {
    return day(at.atZone(zone).toLocalDate());
  }

  public String day(LocalDate day) {
    long days = Math.abs(ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), day));
    return (days < CLEAR_DAYS ? DAY : DAY_OF_YEAR).format(day);
  }

  /** {@code 14:02:10 UTC}, with the day when it is another one. */
  public String clock(Instant at) {
    ZonedDateTime there = at.atZone(zone);
    String zoneName = DateTimeFormatter.ofPattern("z", Locale.ENGLISH).format(there);
    boolean today = there.toLocalDate().equals(now.atZone(zone).toLocalDate());
    return (today ? "" : day(at) + ", ") + CLOCK.format(there) + ' ' + zoneName;
  }

  /** {@code in 6 days}, {@code 3 min ago}, {@code just now}. */
  public String relative(Instant at) {
    Duration distance = Duration.between(now, at);
    if (distance.abs().toSeconds() < 5) {
      return "just now";
    }
    return distance.isNegative() ? span(distance.negated()) + " ago" : "in " + span(distance);
  }

  /** {@code 6 days left}, counted down to zero. */
  public String left(Instant at) {
    Duration distance = Duration.between(now, at);
    return distance.isNegative() ? "ending now" : span(distance) + " left";
  }

  /** A length in the largest unit of which there are at least two, rounded down. */
  static String span(Duration length) {
    long seconds = length.toSeconds();
    if (seconds < 120) {
      return seconds + " s";
    }
    if (length.toMinutes() < 120) {
      return length.toMinutes() + " min";
    }
    if (length.toHours() < 48) {
      return length.toHours() + " hours";
    }
    long days = length.toDays();
    return days < 100 ? days + " days" : days / 30 + " months";
  }
}
