package dev.muster.core.alert.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.alert.noise.HourClass;
import dev.muster.core.alert.noise.RotationShare;
import dev.muster.core.alert.noise.RotationShare.Paged;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RotationWeekTest {
  private static final Instant NOON = Instant.parse("2026-11-10T12:00:00Z");

  @Test
  void servicesAddUp() {
    RotationWeek week =
        RotationWeek.of(
            List.of(
                share(5, 1, paged("P1", 0, HourClass.BUSINESS)),
                share(7, 2, paged("P2", 60, HourClass.SLEEP), paged("P3", 90, HourClass.SLEEP))));

    assertThat(week.fired()).isEqualTo(12);
    assertThat(week.pagesInAll()).isEqualTo(3);
    assertThat(week.pages()).containsEntry(HourClass.SLEEP, 2L);
    assertThat(week.proposalsOpen()).isEqualTo(3);
  }

  @Test
  void oneGroupThatHoldsAlertsOfTwoServicesIsOnePage() {
    RotationWeek week =
        RotationWeek.of(
            List.of(
                share(1, 0, paged("group", 0, HourClass.BUSINESS)),
                share(1, 0, paged("group", 4, HourClass.BUSINESS)),
                share(1, 0, paged("group", 60, HourClass.BUSINESS))));

    assertThat(week.pagesInAll()).isEqualTo(2);
  }

  @Test
  void aShiftIsAnyTwelveHours() {
    // given: three within twelve hours across a day's end, a fourth exactly twelve after the first
    RotationWeek week =
        RotationWeek.of(
            List.of(
                share(
                    4,
                    0,
                    paged("a", 9 * 60, HourClass.OFF),
                    paged("b", 13 * 60, HourClass.SLEEP),
                    paged("c", 20 * 60, HourClass.SLEEP),
                    paged("d", 21 * 60, HourClass.BUSINESS))));

    assertThat(week.mostPagesPerShift()).isEqualTo(3);
  }

  private static RotationShare share(long fired, long open, Paged... pages) {
    return new RotationShare("checkout", fired, Stream.of(pages).toList(), List.of(), open);
  }

  private static Paged paged(String key, long minutes, HourClass hour) {
    return new Paged(key, NOON.plus(Duration.ofMinutes(minutes)), hour);
  }
}
