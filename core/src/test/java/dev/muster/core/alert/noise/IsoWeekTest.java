package dev.muster.core.alert.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.core.alert.Tenure;
import dev.muster.core.alert.Terms;
import dev.muster.core.catalogue.Rotation;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsoWeekTest {
  @ParameterizedTest(name = "{0} in {1} is {2}")
  @CsvSource({
    "2026-12-31T12:00:00Z, UTC, 2026-W53",
    "2027-01-03T23:59:59Z, UTC, 2026-W53",
    "2027-01-04T00:00:00Z, UTC, 2027-W01",
    "2027-01-03T23:00:00Z, Europe/Berlin, 2027-W01",
    "2027-01-04T04:59:59Z, America/New_York, 2026-W53",
    "2024-12-30T00:00:00Z, UTC, 2025-W01",
    "2026-11-16T00:00:00Z, UTC, 2026-W47",
  })
  void aWeekBelongsToTheYearThatHasItsThursday(Instant at, String zone, String label) {
    IsoWeek week = IsoWeek.of(at, ZoneId.of(zone));

    assertThat(week).hasToString(label);
    assertThat(IsoWeek.parse(label)).isEqualTo(week);
  }

  @ParameterizedTest
  @CsvSource({"2027-W53", "2026-W00", "2026-47", "W47"})
  void whatNoYearHasIsNoWeek(String text) {
    assertThatThrownBy(() -> IsoWeek.parse(text)).isInstanceOf(DateTimeParseException.class);
  }

  @ParameterizedTest(name = "{0} in {1} has {2} hours")
  @CsvSource({
    "2026-W13, Europe/Berlin, 167",
    "2026-W43, Europe/Berlin, 169",
    "2026-W10, America/New_York, 167",
    "2026-W44, America/New_York, 169",
    "2026-W44, Europe/Berlin, 168",
    "2026-W13, UTC, 168",
  })
  void aWeekOfAClockChangeIsAnHourShorterOrLonger(String label, String zone, long hours) {
    Weeks weeks = new Weeks(Tenure.NONE.with(Instant.EPOCH, terms(zone)));
    IsoWeek week = IsoWeek.parse(label);

    assertThat(Duration.between(weeks.from(week), weeks.to(week))).hasHours(hours);
  }

  @Test
  void weeksHaveNoGapWhenTheRotationChangesItsZone() {
    // given: from Berlin to New York, told on a Wednesday
    Instant moved = Instant.parse("2026-11-11T10:00:00Z");
    Weeks weeks =
        new Weeks(
            Tenure.NONE
                .with(Instant.EPOCH, terms("Europe/Berlin"))
                .with(moved, terms("America/New_York")));
    IsoWeek week = IsoWeek.parse("2026-W46");

    // then: the week has six hours more, and each instant lies in one week
    assertThat(weeks.from(week)).isEqualTo("2026-11-08T23:00:00Z");
    assertThat(weeks.to(week)).isEqualTo("2026-11-16T05:00:00Z");
    assertThat(weeks.of(Instant.parse("2026-11-16T04:59:59Z"))).isEqualTo(week);
    assertThat(weeks.of(Instant.parse("2026-11-16T05:00:00Z"))).isEqualTo(week.plus(1));
  }

  private static Terms terms(String zone) {
    return new Terms(
        new Rotation("checkout", "team", ZoneId.of(zone), null, null, List.of()), List.of());
  }

  @Test
  void aServiceWithoutRotationHasItsWeeksInUtc() {
    Weeks weeks = new Weeks(Tenure.NONE.with(Instant.EPOCH, new Terms(null, List.of())));

    assertThat(weeks.zone(IsoWeek.parse("2026-W46"))).isEqualTo(ZoneOffset.UTC);
  }
}
