package dev.muster.streams.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class EmissionTest {
  private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");

  @Test
  void theFirstChangeIsToldAtOnceOnlyOnceLive() {
    assertThat(Emission.NONE.atOnce(NOON, true)).isTrue();
    assertThat(Emission.NONE.atOnce(NOON, false)).isFalse();
  }

  @Test
  void aSecondChangeInTheSameSecondWaitsForItsEnd() {
    Emission told = Emission.NONE.told(NOON.plusMillis(100), 1);

    assertThat(told.atOnce(NOON.plusMillis(900), true)).isFalse();
    assertThat(told.held(NOON.plusMillis(900)).pending()).contains(NOON.plusSeconds(1));
    assertThat(told.atOnce(NOON.plusMillis(1_000), true)).isTrue();
  }

  @Test
  void figuresWaitForTheServicesOwnSecondOfTheMinute() {
    Instant due = Emission.NONE.heldFigures(NOON, "orders").pending().orElseThrow();

    assertThat(due).isAfter(NOON).isBeforeOrEqualTo(NOON.plusSeconds(60));
    assertThat(Emission.NONE.heldFigures(NOON.plusSeconds(60), "orders").pending())
        .contains(due.plusSeconds(60));
  }

  @Test
  void aChangeDoesNotWaitForFiguresThatDo() {
    Emission figures =
        Emission.NONE.told(NOON.minusSeconds(10), 1).heldFigures(NOON.plusMillis(1), "orders");

    assertThat(figures.pending().orElseThrow()).isAfter(NOON.plusSeconds(1));
    assertThat(figures.atOnce(NOON.plusMillis(2), true)).isTrue();
    assertThat(figures.held(NOON.plusMillis(2)).pending()).contains(NOON.plusSeconds(1));
  }
}
