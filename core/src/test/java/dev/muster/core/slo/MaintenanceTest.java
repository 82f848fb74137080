package dev.muster.core.slo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.slo.Maintenance.Told;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MaintenanceTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void aWindowToldBeforehandTakesItsMinutesOut() {
    Exclusions out = excluded(told(-60, true, 0, 30));

    assertThat(minutes(out)).isEqualTo(range(0, 30));
  }

  @Test
  void whatIsToldAfterwardsTakesNothingOut() {
    assertThat(minutes(excluded(told(31, true, 0, 30)))).isEmpty();
  }

  @Test
  void whatIsToldMidwayTakesOutTheRest() {
    assertThat(minutes(excluded(told(10, true, 0, 30)))).isEqualTo(range(10, 30));
  }

  @Test
  void whatIsOverEarlierCountsAgain() {
    Exclusions out = excluded(told(-60, true, 0, 30), told(12, false, 0, 30));

    assertThat(minutes(out)).isEqualTo(range(0, 12));
  }

  @Test
  void aMovedWindowLeavesTheOldOne() {
    Exclusions out = excluded(told(-60, true, 0, 30), told(-5, true, 40, 60));

    assertThat(minutes(out)).isEqualTo(range(40, 60));
  }

  @Test
  void aMinuteThatHadBegunWhenItWasToldCounts() {
    Told halfPast = new Told("one", NOON.plusSeconds(30), true, null, null);

    assertThat(minutes(excluded(halfPast))).isEqualTo(range(1, 90));
  }

  @Test
  void everyMinuteIsOutExactlyWhenTheLastWordBeforeItPlannedWorkForThen() {
    for (int seed = 0; seed < 2_000; seed++) {
      // given
      Random random = new Random(seed);
      Maintenance maintenance = Maintenance.NONE;
      for (int i = random.nextInt(6); i >= 0; i--) {
        int from = random.nextInt(80);
        int to = from + 1 + random.nextInt(40);
        maintenance =
            maintenance.with(told(random.nextInt(100) - 20, random.nextInt(4) > 0, from, to));
      }
      // when
      Exclusions out = maintenance.exclusions();
      // then
      for (int minute = -20; minute < 120; minute++) {
        Instant begins = NOON.plusSeconds(60L * minute);
        Told last = null;
        for (Told each : maintenance.told()) {
          if (!each.at().isAfter(begins) && (last == null || !each.at().isBefore(last.at()))) {
            last = each;
          }
        }
        assertThat(out.hold(Slice.at(begins)))
            .as("seed %d minute %d", seed, minute)
            .isEqualTo(
                last != null
                    && last.planned()
                    && !begins.isBefore(Objects.requireNonNull(last.from()))
                    && begins.isBefore(Objects.requireNonNull(last.to())));
      }
    }
  }

  @Test
  void whatEndedLongAgoIsForgotten() {
    Maintenance all = Maintenance.NONE.with(told(-60, true, 0, 30)).with(told(100, true, 0, 200));

    assertThat(all.since(NOON.plusSeconds(60 * 300)).told()).isEmpty();
    assertThat(all.since(NOON.plusSeconds(60 * 150)).told()).hasSize(2);
  }

  private static Told told(int at, boolean planned, int from, int to) {
    return new Told("one", minute(at), planned, minute(from), minute(to));
  }

  private static Instant minute(int minute) {
    return NOON.plusSeconds(60L * minute);
  }

  private static Exclusions excluded(Told... told) {
    return new Maintenance(List.of(told)).exclusions();
  }

  private static List<Integer> minutes(Exclusions out) {
    return range(-60, 90).stream().filter(minute -> out.hold(Slice.at(NOON) + minute)).toList();
  }

  private static List<Integer> range(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }
}
