package dev.muster.core.alert.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.alert.Terms;
import dev.muster.core.catalogue.Rotation;
import dev.muster.core.catalogue.Rotation.Hours;
import dev.muster.core.catalogue.Rotation.Layer;
import dev.muster.core.catalogue.Rotation.Span;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HourClassTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest(name = "{0} UTC in Berlin: {1}")
  @CsvSource({
    // Summer time begins on 29 March at 01:00 UTC, ends on 25 October at 01:00 UTC.
    "2026-03-27T06:59:59Z, SLEEP",
    "2026-03-27T07:00:00Z, BUSINESS",
    "2026-03-30T05:59:59Z, SLEEP",
    "2026-03-30T06:00:00Z, BUSINESS",
    "2026-10-23T15:59:59Z, BUSINESS",
    "2026-10-23T16:00:00Z, OFF",
    "2026-10-26T16:59:59Z, BUSINESS",
    "2026-10-26T17:00:00Z, OFF",
    "2026-10-26T20:59:59Z, OFF",
    "2026-10-26T21:00:00Z, SLEEP",
    "2026-10-24T10:00:00Z, OFF",
    "2026-10-24T22:00:00Z, SLEEP",
  })
  void hoursFollowTheRotationsClock(Instant at, HourClass hour) {
    assertThat(HourClass.of(at, terms(null, List.of()))).isEqualTo(hour);
  }

  @Test
  void aRotationCanStateItsOwnHours() {
    Hours own =
        new Hours(
            new Span(LocalTime.of(0, 0), LocalTime.of(6, 30)),
            new Span(LocalTime.of(7, 0), LocalTime.of(15, 0)));

    assertThat(hour("2026-11-10T05:29:00Z", own)).isEqualTo(HourClass.SLEEP);
    assertThat(hour("2026-11-10T05:30:00Z", own)).isEqualTo(HourClass.OFF);
    assertThat(hour("2026-11-10T13:59:00Z", own)).isEqualTo(HourClass.BUSINESS);
    assertThat(hour("2026-11-10T22:59:00Z", own)).isEqualTo(HourClass.OFF);
  }

  private static HourClass hour(String at, Hours own) {
    return HourClass.of(Instant.parse(at), terms(own, List.of()));
  }

  @Test
  void whereLayersFollowTheSunTheHourIsThatOfWhoIsAwake() {
    List<Layer> layers =
        List.of(
            new Layer("emea", BERLIN),
            new Layer("amer", ZoneId.of("America/Los_Angeles")),
            new Layer("apac", ZoneId.of("Australia/Sydney")));

    // then: three in the night in Berlin is noon in Sydney; on a Saturday nobody has business
    assertThat(HourClass.of(Instant.parse("2026-11-10T02:00:00Z"), terms(null, layers)))
        .isEqualTo(HourClass.BUSINESS);
    assertThat(HourClass.of(Instant.parse("2026-11-14T02:00:00Z"), terms(null, layers)))
        .isEqualTo(HourClass.OFF);
  }

  private static Terms terms(@Nullable Hours hours, List<Layer> layers) {
    return new Terms(new Rotation("checkout", "team", BERLIN, null, hours, layers), List.of());
  }
}
