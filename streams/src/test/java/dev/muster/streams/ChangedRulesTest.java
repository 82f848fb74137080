package dev.muster.streams;

import static dev.muster.schemas.judgement.GateStatus.FAIL;
import static dev.muster.schemas.judgement.GateStatus.MISSING;
import static dev.muster.schemas.judgement.GateStatus.PASS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.core.catalogue.Standard;
import dev.muster.schemas.Topics;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.streams.drive.Drive;
import dev.muster.streams.drive.Facts;
import dev.muster.streams.drive.Town;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The catalogue changes, and what was kept is judged by it: no fact is sent or read again. */
class ChangedRulesTest {
  private static final Instant START = Instant.parse("2026-09-01T08:00:00Z");
  private static final Instant SCANNED = START.plusSeconds(30);
  private static final Instant APPLIED = START.plusSeconds(90);
  private static final Standard WIDE = Town.bar("values.found < 5.0");
  private static final Standard NARROW = Town.bar("values.found < 3.0");

  private final Drive drive = new Drive(START);

  @BeforeEach
  void twoServicesThatPass() {
    drive.apply(WIDE, START);
    for (String name : List.of("orders", "billing")) {
      drive.apply(Town.service(name, "team-checkout", "checkout", WIDE), START);
      drive.send(Topics.SCAN, name, Facts.scan("scan-" + name, name, 4, SCANNED), SCANNED);
    }
    drive.send(Topics.SCAN, "rotation/checkout", Facts.drill("d1", "checkout", SCANNED), SCANNED);
    assertThat(drive.gates("scanned"))
        .extracting(GateJudgement::getService, GateJudgement::getEffective)
        .contains(tuple("orders", PASS), tuple("billing", PASS));
    drive.clock(SCANNED.plusSeconds(50));
    drive.cards();
  }

  @AfterEach
  void end() {
    drive.close();
  }

  private void apply(String service, String rotation, Standard bar, Instant at) {
    drive.apply(bar, at);
    drive.apply(Town.service(service, "team-checkout", rotation, bar), at);
  }

  @Test
  void aNarrowerBoundJudgesItsServiceAgainFromWhatWasKeptAndNothingElse() {
    // when
    apply("orders", "checkout", NARROW, APPLIED);

    // then
    List<GateJudgement> said = drive.gates();
    assertThat(said)
        .extracting(
            GateJudgement::getService,
            GateJudgement::getGate,
            GateJudgement::getEffective,
            GateJudgement::getSince,
            each -> each.getEvidence().getId())
        .containsExactly(tuple("orders", "scanned", FAIL, APPLIED, "scan-orders"));
    assertThat(drive.cards()).extracting(card -> card.key()).containsExactly("orders");
  }

  @Test
  void aWiderBoundPassesWhatHadFailed() {
    // given
    apply("orders", "checkout", NARROW, APPLIED);
    drive.gates();

    // when
    Instant back = APPLIED.plusSeconds(60);
    apply("orders", "checkout", WIDE, back);

    // then
    assertThat(drive.gates())
        .extracting(
            GateJudgement::getService,
            GateJudgement::getGate,
            GateJudgement::getEffective,
            GateJudgement::getSince)
        .containsExactly(tuple("orders", "scanned", PASS, back));
  }

  @Test
  void aServiceThatJoinsARotationHasItsEvidenceAtOnceAndLosesItWhenItLeaves() {
    // given
    apply("orders", "night", WIDE, APPLIED);
    List<GateJudgement> left = drive.gates();

    // when
    Instant back = APPLIED.plusSeconds(60);
    apply("orders", "checkout", WIDE, back);

    // then
    assertThat(left)
        .extracting(
            GateJudgement::getService,
            GateJudgement::getGate,
            GateJudgement::getEffective,
            GateJudgement::getSince)
        .containsExactly(tuple("orders", "drilled", MISSING, APPLIED));
    assertThat(drive.gates())
        .extracting(
            GateJudgement::getService,
            GateJudgement::getGate,
            GateJudgement::getEffective,
            GateJudgement::getSince,
            each -> each.getEvidence().getId())
        .containsExactly(tuple("orders", "drilled", PASS, back, "d1"));
  }
}
