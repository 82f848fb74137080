package dev.muster.core.alert.noise;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A week from Monday to Monday, known by its Monday. */
public record IsoWeek(LocalDate monday) implements Comparable<IsoWeek> {
  private static final Pattern TEXT = Pattern.compile("(\\d{4})-W(\\d{2})");

  public IsoWeek {
    if (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
      throw new IllegalArgumentException("need a Monday, got " + monday);
    }
  }

  /** The week of a day on a clock. */
  public static IsoWeek of(Instant instant, ZoneId zone) {
    return new IsoWeek(LocalDate.ofInstant(instant, zone).with(DayOfWeek.MONDAY));
  }

  /** Of {@code 2026-W47}. */
  public static IsoWeek parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new DateTimeParseException("need a week such as 2026-W47, got " + text, text, 0);
    }
    int year = Integer.parseInt(matcher.group(1));
    LocalDate first = LocalDate.of(year, 1, 4).with(DayOfWeek.MONDAY);
    IsoWeek week = new IsoWeek(first.plusWeeks(Integer.parseInt(matcher.group(2)) - 1L));
    if (!week.toString().equals(text)) {
      throw new DateTimeParseException("need a week that the year has, got " + text, text, 5);
    }
    return week;
  }

  /** Whether {@link #parse} would read it. */
  public static boolean isOne(String text) {
    try {
      return parse(text).toString().equals(text);
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  public IsoWeek plus(int weeks) {
    return new IsoWeek(monday.plusWeeks(weeks));
  }

  /** Its first instant on a clock. */
  public Instant start(ZoneId zone) {
    return monday.atStartOfDay(zone).toInstant();
  }

  @Override
  public int compareTo(IsoWeek other) {
    return monday.compareTo(other.monday);
  }

  /** As {@code 2026-W47}; a week belongs to the year that has its Thursday. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%04d-W%02d",
        monday.get(IsoFields.WEEK_BASED_YEAR),
        monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
  }
}
