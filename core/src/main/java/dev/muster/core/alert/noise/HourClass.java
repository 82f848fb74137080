package dev.muster.core.alert.noise;

import dev.muster.core.alert.Terms;
import dev.muster.core.catalogue.Rotation;
import dev.muster.core.catalogue.Rotation.Hours;
import dev.muster.core.catalogue.Rotation.Span;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.stream.Stream;

/** What hour it is for who is on call; the milder first. */
public enum HourClass {
  BUSINESS,
  OFF,
  SLEEP;

  /** Unless a rotation states its own. */
  public static final Hours USUAL =
      new Hours(
          new Span(LocalTime.of(22, 0), LocalTime.of(8, 0)),
          new Span(LocalTime.of(8, 0), LocalTime.of(18, 0)));

  /**
   * At an instant. Of layers in several zones, the one for which it is mildest: they hand over so
   * that whoever is awake is on call.
   */
  public static HourClass of(Instant instant, Terms terms) {
    Rotation rotation = terms.rotation();
    if (rotation == null) {
      return of(instant.atZone(terms.zone()), USUAL);
    }
    Hours hours = rotation.hours() == null ? USUAL : rotation.hours();
    Stream<ZoneId> zones =
        rotation.layers().isEmpty()
            ? Stream.of(rotation.zone())
            : rotation.layers().stream().map(Rotation.Layer::zone);
    return zones
        .map(zone -> of(instant.atZone(zone), hours))
        .min(Comparator.naturalOrder())
        .orElseThrow();
  }

  private static HourClass of(ZonedDateTime at, Hours hours) {
    if (isIn(hours.sleep(), at.toLocalTime())) {
      return SLEEP;
    }
    DayOfWeek day = at.getDayOfWeek();
    boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    return !weekend && isIn(hours.business(), at.toLocalTime()) ? BUSINESS : OFF;
  }

  /** One from a time to the same time is empty. */
  private static boolean isIn(Span span, LocalTime time) {
    boolean after = !time.isBefore(span.from());
    boolean before = time.isBefore(span.to());
    return span.from().isAfter(span.to()) ? after || before : after && before;
  }
}
