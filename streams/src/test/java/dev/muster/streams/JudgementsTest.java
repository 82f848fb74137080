package dev.muster.streams;

import static dev.muster.schemas.judgement.GateStatus.FAIL;
import static dev.muster.schemas.judgement.GateStatus.MISSING;
import static dev.muster.schemas.judgement.GateStatus.PASS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.ScanOutcome;
import dev.muster.schemas.judgement.Evidence;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.streams.drive.Drive;
import dev.muster.streams.drive.Facts;
import dev.muster.streams.drive.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JudgementsTest {
  private static final Instant START = Instant.parse("2026-09-01T08:00:00Z");

  private final Drive drive = new Drive(START);

  @BeforeEach
  void aService() {
    drive.apply(Town.BAR, START);
    drive.apply(Town.service("orders"), START);
    drive.gates();
  }

  @AfterEach
  void end() {
    drive.close();
  }

  private void scan(String id, String service, ScanOutcome outcome, Instant at) {
    drive.send(Topics.SCAN, service, Facts.scan(id, service, outcome, at), at);
  }

  @Test
  void aJudgementNamesTheEventThatProvesItAndTheRuleItWasMadeWith() {
    // when
    scan("s1", "orders", ScanOutcome.PASSED, START.plusSeconds(9));

    // then
    GateJudgement said = drive.gates().get(0);
    assertThat(said.getEvidence())
        .extracting(
            Evidence::getTopic, Evidence::getPartition, Evidence::getOffset, Evidence::getId)
        .containsExactly(Topics.SCAN.name(), 0, 0L, "s1");
    assertThat(said.getDefinition()).hasSize(64);
    assertThat(said.getRevision()).isEqualTo(1);
    assertThat(said.getExpires()).isEqualTo(START.plusSeconds(9).plus(Duration.ofDays(9)));
  }

  @Test
  void theSecondFactWithTheSameSourceAndIdCountsNothing() {
    scan("s1", "orders", ScanOutcome.PASSED, START.plusSeconds(9));
    drive.gates();

    // when: the same id, even with another outcome, within seven days and just after
    scan("s1", "orders", ScanOutcome.FAILED, START.plus(Duration.ofDays(7)));
    List<GateJudgement> within = drive.gates();
    scan("s2", "orders", ScanOutcome.FAILED, START.plus(Duration.ofDays(7)));

    // then
    assertThat(within).isEmpty();
    assertThat(drive.gates()).extracting(GateJudgement::getEffective).containsExactly(FAIL);
    assertThat(drive.meters.counter("muster.streams.records.repeated").count()).isEqualTo(1);
  }

  @Test
  void anEntryOfTheCatalogueJudgesItsServiceAgainAndNoOther() {
    drive.apply(Town.service("billing"), START);
    scan("s1", "orders", ScanOutcome.PASSED, START.plusSeconds(1));
    scan("s2", "billing", ScanOutcome.PASSED, START.plusSeconds(1));
    drive.gates();
    drive.cards();

    // when
    drive.apply(Town.service("billing", "team-money"), START.plusSeconds(60));

    // then: the rules are the same, so no gate moved; the scorecard says the new owner
    assertThat(drive.gates()).isEmpty();
    assertThat(drive.cards())
        .extracting(card -> card.value().getService(), card -> card.value().getOwner())
        .containsExactly(tuple("billing", "team-money"));
  }

  @Test
  void evidenceKnownBeforeTheCatalogueHadTheServiceCountsFromTheEntryOn() {
    scan("s1", "late", ScanOutcome.PASSED, START.plusSeconds(1));
    List<GateJudgement> before = drive.gates();

    // when
    Instant applied = START.plusSeconds(90);
    drive.apply(Town.service("late"), applied);

    // then
    assertThat(before).isEmpty();
    assertThat(drive.gates("scanned"))
        .extracting(GateJudgement::getEffective, GateJudgement::getSince)
        .containsExactly(tuple(PASS, applied));
  }

  @Test
  void evidenceOfARotationActsOnEachMemberAndOnOneAddedLater() {
    Instant drilled = START.plusSeconds(30);
    drive.send(Topics.SCAN, "rotation/checkout", Facts.drill("d1", "checkout", drilled), drilled);
    List<GateJudgement> now = drive.gates();

    // when
    Instant applied = START.plusSeconds(60);
    drive.apply(Town.service("billing"), applied);

    // then
    assertThat(now)
        .extracting(GateJudgement::getService, GateJudgement::getEffective, GateJudgement::getSince)
        .containsExactly(tuple("orders", PASS, drilled));
    assertThat(drive.gates("drilled"))
        .extracting(GateJudgement::getService, GateJudgement::getEffective, GateJudgement::getSince)
        .containsExactly(tuple("billing", PASS, applied));
  }

  @Test
  void aServiceThatIsPrunedHasNoDeadlinesAndNoScorecardAndKeepsItsEvidence() {
    scan("s1", "orders", ScanOutcome.PASSED, START.plusSeconds(1));
    drive.gates();
    drive.cards();

    // when
    drive.send(Topics.CATALOG, Drive.bytes("orders"), null, START.plusSeconds(60));

    // then
    assertThat(drive.cards())
        .singleElement()
        .satisfies(
            card -> {
              assertThat(card.key()).isEqualTo("orders");
              assertThat(card.value()).isNull();
            });
    assertThat(drive.state().get("deadline-index")).isEmpty();
    drive.clock(START.plus(Duration.ofDays(20)));
    assertThat(drive.gates()).isEmpty();

    // when: it comes back
    Instant back = START.plus(Duration.ofDays(5));
    drive.apply(Town.service("orders"), back);

    // then
    assertThat(drive.gates("scanned"))
        .extracting(GateJudgement::getEffective)
        .containsExactly(PASS);
  }

  @Test
  void alertsAndSamplesMoveTheClockAndAreNotJudged() {
    Instant later = START.plusSeconds(60);

    // when
    drive.send(Topics.ALERT, "orders", Facts.firing("a1", "orders", later), later);
    drive.send(Topics.SLI, "orders", Facts.sample("m1", "orders", later), later);

    // then
    assertThat(drive.gates()).isEmpty();
    assertThat(
            drive.meters.counter("muster.streams.records.judged", "kind", "service-record").count())
        .isEqualTo(2);
  }

  @Test
  void whatWasNeverSeenIsMissing() {
    drive.apply(Town.service("new"), START);

    assertThat(drive.gates())
        .extracting(GateJudgement::getEffective)
        .containsExactly(MISSING, MISSING, MISSING);
  }
}
