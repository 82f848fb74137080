package dev.muster.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.core.gate.Reason;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Deploy;
import dev.muster.schemas.fact.DeployOutcome;
import dev.muster.schemas.fact.ScanOutcome;
import dev.muster.schemas.judgement.DeployScore;
import dev.muster.schemas.judgement.GateScore;
import dev.muster.schemas.judgement.GateStatus;
import dev.muster.schemas.judgement.ReasonCode;
import dev.muster.schemas.judgement.ScoreChange;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.judgement.StandardScore;
import dev.muster.schemas.judgement.Verdict;
import dev.muster.streams.drive.Drive;
import dev.muster.streams.drive.Facts;
import dev.muster.streams.drive.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScorecardsTest {
  private static final Instant START = Instant.parse("2026-09-01T08:00:00Z");

  private final Drive drive = new Drive(START);

  @AfterEach
  void end() {
    drive.close();
  }

  private void aService() {
    drive.apply(Town.BAR, START);
    drive.apply(Town.service("orders"), START);
  }

  private void scan(String id, ScanOutcome outcome, Instant at) {
    drive.send(Topics.SCAN, "orders", Facts.scan(id, "orders", outcome, at), at);
  }

  private List<Scorecard> cards() {
    return drive.cards().stream().map(TestRecord::value).toList();
  }

  @Test
  void theFirstChangeIsToldAtOnceAndFurtherOnesOfTheSecondTogetherAtItsEnd() {
    // when
    aService();
    scan("s1", ScanOutcome.PASSED, START.plusMillis(100));
    scan("s2", ScanOutcome.FAILED, START.plusMillis(200));
    List<Scorecard> within = cards();
    drive.clock(START.plusMillis(1_100));

    // then
    assertThat(within).hasSize(1);
    assertThat(cards())
        .extracting(Scorecard::getSpoken, Scorecard::getClock)
        .containsExactly(tuple(START.plusSeconds(1), START.plusMillis(200)));
  }

  @Test
  void aChangeThatWaitsSurvivesACrash() {
    aService();
    scan("s1", ScanOutcome.PASSED, START.plusMillis(100));

    try (Drive second = new Drive(START).restored(drive.state())) {
      // when
      second.clock(START.plusSeconds(2));

      // then
      assertThat(second.cards()).hasSize(1);
    }
  }

  @Test
  void whatSaysNothingNewIsNotEmitted() {
    aService();
    cards();

    // when: the clock moves, and the same entry comes again
    Instant later = START.plusSeconds(90);
    drive.send(Topics.SLI, "orders", Facts.sample("m1", "orders", later), later);
    drive.apply(Town.service("orders"), later);
    drive.clock(later.plusSeconds(90));

    // then
    assertThat(cards()).isEmpty();
  }

  @Test
  void figuresAloneAreToldWithinTheMinute() {
    aService();
    cards();

    // when
    Instant later = START.plusSeconds(5);
    drive.send(Topics.DEPLOY, "orders", Facts.deploy("v1", "orders", later), later);
    List<Scorecard> atOnce = cards();
    drive.clock(later.plusSeconds(61));

    // then
    assertThat(atOnce).isEmpty();
    assertThat(cards())
        .singleElement()
        .satisfies(
            card ->
                assertThat(card.getLastDeploys())
                    .extracting(DeployScore::getVersion)
                    .containsExactly("v1"));
  }

  @Test
  void theFiveNewestDeploymentsAreToldEachOnceByItsNewestStep() {
    // given: six deployments, alike in all that a gate asks of them, the last taken back
    aService();
    Instant later = START.plusSeconds(5);
    for (int i = 1; i <= 6; i++) {
      Instant at = later.plusSeconds(i);
      drive.send(Topics.DEPLOY, "orders", Facts.deploy("v" + i, "orders", at), at);
    }
    Instant end = later.plusSeconds(9);
    Deploy takenBack =
        Deploy.newBuilder(Facts.deploy("v6", "orders", end))
            .setId("v6-back")
            .setOutcome(DeployOutcome.ROLLED_BACK)
            .build();
    drive.send(Topics.DEPLOY, "orders", takenBack, end);

    // when
    drive.clock(end.plusSeconds(61));

    // then
    List<Scorecard> told = cards();
    assertThat(told.get(told.size() - 1).getLastDeploys())
        .extracting(DeployScore::getVersion, DeployScore::getOutcome)
        .containsExactly(
            tuple("v6", DeployOutcome.ROLLED_BACK),
            tuple("v5", DeployOutcome.SUCCEEDED),
            tuple("v4", DeployOutcome.SUCCEEDED),
            tuple("v3", DeployOutcome.SUCCEEDED),
            tuple("v2", DeployOutcome.SUCCEEDED));
  }

  @Test
  void beforeATaskIsLiveNoneIsEmittedAndThenOneOfEach() {
    drive.notLive();
    aService();
    scan("s1", ScanOutcome.PASSED, START.plusSeconds(10));
    drive.clock(START.plusSeconds(30));
    List<Scorecard> before = cards();

    // when
    drive.becomesLive();
    drive.clock(START.plusSeconds(32));

    // then
    assertThat(before).isEmpty();
    assertThat(cards()).hasSize(1);
  }

  @Test
  void aScorecardSaysEverythingThatAReaderNeeds() {
    aService();
    scan("s1", ScanOutcome.FAILED, START.plusSeconds(10));

    // when
    List<Scorecard> cards = cards();

    // then
    Scorecard card = cards.get(cards.size() - 1);
    assertThat(card.getOwner()).isEqualTo("team-checkout");
    assertThat(card.getRotation()).isEqualTo("checkout");
    StandardScore bar = card.getStandards().get(0);
    assertThat(bar)
        .extracting(StandardScore::getVerdict, StandardScore::getApply, StandardScore::getPassed)
        .containsExactly(Verdict.NOT_READY, 3, 0);
    assertThat(bar.getGates())
        .extracting(GateScore::getGate, GateScore::getEffective, GateScore::getEvidenceId)
        .containsExactly(
            tuple("restored", GateStatus.MISSING, null),
            tuple("scanned", GateStatus.FAIL, "s1"),
            tuple("drilled", GateStatus.MISSING, null));
    assertThat(bar.getGates().get(1).getEntries())
        .extracting(entry -> entry.getName() + ' ' + entry.getTarget())
        .containsExactly("secret-scan main-repository");
    assertThat(card.getChanges())
        .extracting(ScoreChange::getWhat, ScoreChange::getFrom, ScoreChange::getTo)
        .containsExactlyInAnyOrder(
            tuple("gate/bar/scanned", "MISSING", "FAIL"),
            tuple("standard/bar", "NOT_CONNECTED", "NOT_READY"));
  }

  @Test
  void everyReasonHasItsCodeInTheRecord() {
    for (Reason.Code code : Reason.Code.values()) {
      assertThat(ReasonCode.valueOf(code.name())).isNotEqualTo(ReasonCode.UNKNOWN);
    }
  }

  @Test
  void aDeadlineThatNobodyMeetsChangesTheScorecardToo() {
    aService();
    scan("s1", ScanOutcome.PASSED, START.plusSeconds(10));
    cards();

    // when
    Instant stale = START.plusSeconds(10).plus(Duration.ofDays(9));
    drive.clock(stale.plusSeconds(6));

    // then
    assertThat(cards())
        .extracting(card -> card.getStandards().get(0).getGates().get(1).getEffective())
        .containsExactly(GateStatus.EXPIRING, GateStatus.STALE);
  }
}
