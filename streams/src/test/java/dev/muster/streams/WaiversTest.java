package dev.muster.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Waiver;
import dev.muster.schemas.fact.WaiverState;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.schemas.judgement.GateScore;
import dev.muster.schemas.judgement.GateStatus;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.streams.drive.Drive;
import dev.muster.streams.drive.Facts;
import dev.muster.streams.drive.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaiversTest {
  private static final Instant START = Instant.parse("2026-09-01T08:00:00Z");
  private static final String ANN = "ann@example.org";

  private final Drive drive = new Drive(START);

  @BeforeEach
  void aService() {
    define(drive);
  }

  private static void define(Drive drive) {
    drive.apply(Town.BAR, START);
    drive.apply(Town.service("orders"), START);
    drive.gates();
    drive.cards();
  }

  @AfterEach
  void end() {
    drive.close();
  }

  private void step(WaiverState state, String by, Instant at) {
    Waiver step = Facts.waiver("orders", state, by, START, at);
    drive.send(Topics.WAIVER, "orders", step, at);
  }

  private void approved() {
    step(WaiverState.PROPOSED, ANN, START.plusSeconds(60));
    step(WaiverState.APPROVED, Town.APPROVER, START.plusSeconds(120));
  }

  @Test
  void anApprovedWaiverStandsOverWhatTheEvidenceSays() {
    // when
    approved();
    // then
    assertThat(drive.gates())
        .extracting(
            GateJudgement::getRaw,
            GateJudgement::getEffective,
            GateJudgement::getWaiverId,
            GateJudgement::getSince)
        .containsExactly(
            tuple(GateStatus.MISSING, GateStatus.WAIVED, "w1", START.plusSeconds(120)));
    List<Scorecard> cards = drive.cards().stream().map(card -> card.value()).toList();
    GateScore gate = cards.get(cards.size() - 1).getStandards().get(0).getGates().get(0);
    assertThat(gate.getRaw()).isEqualTo(GateStatus.MISSING);
    assertThat(gate.getEffective()).isEqualTo(GateStatus.WAIVED);
    assertThat(gate.getWaiverExpires()).isEqualTo(START.plus(Duration.ofDays(1)));
    assertThat(cards.get(cards.size() - 1).getStandards().get(0).getWaived()).isEqualTo(1);
  }

  @Test
  void itEndsByItselfAtItsInstant() {
    // given
    approved();
    drive.gates();
    Instant end = START.plus(Duration.ofDays(1));
    // when
    drive.clock(end.plusSeconds(4));
    List<GateJudgement> before = drive.gates();
    drive.clock(end.plusSeconds(6));
    // then
    assertThat(before).isEmpty();
    assertThat(drive.gates())
        .extracting(
            GateJudgement::getEffective, GateJudgement::getWaiverId, GateJudgement::getSince)
        .containsExactly(tuple(GateStatus.MISSING, null, end));
  }

  @Test
  void whoAsksCannotApprove() {
    // when
    step(WaiverState.PROPOSED, ANN, START.plusSeconds(60));
    step(WaiverState.APPROVED, ANN, START.plusSeconds(120));
    // then
    assertThat(drive.gates()).isEmpty();
  }

  @Test
  void takenBackItEndsAtOnce() {
    // given
    approved();
    drive.gates();
    // when
    step(WaiverState.REVOKED, ANN, START.plusSeconds(600));
    // then
    assertThat(drive.gates())
        .extracting(GateJudgement::getEffective, GateJudgement::getSince)
        .containsExactly(tuple(GateStatus.MISSING, START.plusSeconds(600)));
  }

  @Test
  void aRestartKnowsWhatWasAskedAndWhoMayApprove() {
    // given
    step(WaiverState.PROPOSED, ANN, START.plusSeconds(60));
    try (Drive after = new Drive(START, drive.registry).restored(drive.state())) {
      // when
      Instant at = START.plusSeconds(120);
      after.send(
          Topics.WAIVER,
          "orders",
          Facts.waiver("orders", WaiverState.APPROVED, Town.APPROVER, START, at),
          at);
      // then
      assertThat(after.gates())
          .extracting(GateJudgement::getEffective)
          .containsExactly(GateStatus.WAIVED);
    }
  }
}
