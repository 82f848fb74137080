package dev.muster.sink.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.sink.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {
  private final Times times = new Times(Samples.NOW, ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "PT4S, just now",
    "-PT4S, just now",
    "PT90S, in 90 s",
    "-PT3M, 3 min ago",
    "PT47H, in 47 hours",
    "P6D, in 6 days",
    "-P99D, 99 days ago",
    "P395D, in 13 months"
  })
  void distancesStandInTheLargestUnitThatTellsEnough(Duration distance, String said) {
    assertThat(times.relative(Samples.NOW.plus(distance))).isEqualTo(said);
  }

  @Test
  void theZoneIsAlwaysNamed() {
    // given
    Times berlin = new Times(Samples.NOW, ZoneId.of("Europe/Berlin"));
    // then
    assertThat(berlin.clock(Samples.NOW)).isEqualTo("15:02:10 CET");
    assertThat(times.moment(Samples.NOW).absolute()).isEqualTo("21 Nov 2026 14:02 UTC");
    assertThat(times.moment(Samples.NOW).iso()).isEqualTo("2026-11-21T14:02:10Z");
  }

  @Test
  void anotherDayIsNamedBesideTheClock() {
    assertThat(times.clock(Instant.parse("2026-11-20T23:59:59Z")))
        .isEqualTo("20 Nov, 23:59:59 UTC");
  }

  @Test
  void aDayHalfAYearAwayHasItsYear() {
    assertThat(times.day(Samples.NOW.plus(Duration.ofDays(54)))).isEqualTo("14 Jan");
    assertThat(times.day(Samples.NOW.plus(Duration.ofDays(200)))).isEqualTo("9 Jun 2027");
  }

  @Test
  void nothingLeftIsNoNegativeNumber() {
    assertThat(times.left(Samples.NOW.minusSeconds(3))).isEqualTo("ending now");
  }
}
