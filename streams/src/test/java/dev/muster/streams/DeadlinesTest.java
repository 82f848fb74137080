package dev.muster.streams;

import static dev.muster.schemas.judgement.GateStatus.EXPIRING;
import static dev.muster.schemas.judgement.GateStatus.MISSING;
import static dev.muster.schemas.judgement.GateStatus.PASS;
import static dev.muster.schemas.judgement.GateStatus.STALE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.core.catalogue.Standard;
import dev.muster.core.slo.Slo;
import dev.muster.schemas.Topics;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.streams.drive.Drive;
import dev.muster.streams.drive.Facts;
import dev.muster.streams.drive.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
  private static final Instant START = Instant.parse("2026-09-01T08:00:00Z");
  private static final Instant RESTORED = START.plusSeconds(60);
  private static final Instant STALE_AT = RESTORED.plus(Duration.ofDays(60));
  private static final Instant EXPIRING_AT = STALE_AT.minus(Duration.ofDays(6));

  private static Drive withRestore() {
    Drive drive = new Drive(START);
    drive.apply(Town.BAR, START);
    drive.apply(Town.service("orders"), START);
    drive.send(Topics.BACKUP, "orders", Facts.restore("r1", "orders", RESTORED), RESTORED);
    return drive;
  }

  @Test
  void sixtyDaysAfterARestoreWithNoEventInBetweenItIsStaleSinceTheDeadline() {
    try (Drive drive = withRestore()) {
      // when
      drive.clock(STALE_AT.plusSeconds(6));

      // then
      assertThat(drive.gates("restored"))
          .extracting(
              GateJudgement::getEffective, GateJudgement::getSince, GateJudgement::getSpoken)
          .containsExactly(
              tuple(MISSING, START, START),
              tuple(PASS, RESTORED, RESTORED),
              tuple(EXPIRING, EXPIRING_AT, EXPIRING_AT),
              tuple(STALE, STALE_AT, STALE_AT));
    }
  }

  @Test
  void aSecondAfterTheDeadlineARecordOfTheServiceFindsItSpoken() {
    try (Drive drive = withRestore()) {
      drive.gates();

      // when: the wall clock has not moved at all
      Instant later = STALE_AT.plusSeconds(1);
      drive.send(Topics.SLI, "orders", Facts.sample("s1", "orders", later), later);

      // then
      assertThat(drive.gates("restored"))
          .extracting(GateJudgement::getEffective, GateJudgement::getSince)
          .containsExactly(tuple(EXPIRING, EXPIRING_AT), tuple(STALE, STALE_AT));
    }
  }

  @Test
  void theWallClockLeavesFiveSecondsForWhatIsStillOnItsWay() {
    try (Drive drive = withRestore()) {
      drive.clock(EXPIRING_AT.plusSeconds(4));
      List<GateJudgement> before = drive.gates("restored");

      // when
      drive.clock(EXPIRING_AT.plusSeconds(6));

      // then
      assertThat(before).extracting(GateJudgement::getEffective).containsExactly(MISSING, PASS);
      assertThat(drive.gates()).extracting(GateJudgement::getEffective).containsExactly(EXPIRING);
    }
  }

  @Test
  void beforeATaskIsLiveTheWallClockSpeaksNothing() {
    try (Drive drive = withRestore().notLive()) {
      drive.gates();

      // when
      drive.clock(STALE_AT.plusSeconds(60));

      // then
      assertThat(drive.gates()).isEmpty();
      drive.becomesLive();
      drive.clock(STALE_AT.plusSeconds(62));
      assertThat(drive.gates("restored"))
          .extracting(GateJudgement::getEffective)
          .containsExactly(EXPIRING, STALE);
    }
  }

  @Test
  void aRestartKeepsWhatIsDue() {
    Instant restart = START.plus(Duration.ofDays(2));
    try (Drive first = withRestore();
        Drive second = new Drive(restart).restored(first.state())) {
      // when
      second.clock(STALE_AT.plusSeconds(6));

      // then
      assertThat(second.gates("restored"))
          .extracting(GateJudgement::getEffective, GateJudgement::getSince)
          .containsExactly(tuple(EXPIRING, EXPIRING_AT), tuple(STALE, STALE_AT));
    }
  }

  @Test
  void oneServiceFiveMinutesAheadMovesNoOthersJudgements() {
    try (Drive drive = withRestore()) {
      drive.apply(Town.service("ahead"), START);
      drive.gates();

      // when: the other is five minutes ahead across the deadline of this one
      Instant before = EXPIRING_AT.minusSeconds(60);
      Instant ahead = before.plus(Duration.ofMinutes(5));
      drive.send(Topics.SLI, "ahead", Facts.sample("s1", "ahead", ahead), ahead);
      drive.send(Topics.SLI, "orders", Facts.sample("s2", "orders", before), before);

      // then
      assertThat(drive.gates()).isEmpty();
    }
  }

  @Test
  void whatAWakeFindsDueIsSaidInOrderAlsoWhereSayingItSetWhatIsDueBetween() {
    Standard both =
        new Standard(
            "bar",
            "The bar",
            List.of("all"),
            false,
            Stream.of(Town.BAR, Town.MEASURED).flatMap(bar -> bar.gates().stream()).toList());
    List<Slo> promised = List.of(Town.availability("0.99"));
    try (Drive drive = new Drive(START)) {
      // given: the last sample puts silence off to a minute before the restore is too old
      drive.apply(both, START);
      drive.apply(Town.service("orders", "team-a", "checkout", both, promised), START);
      drive.send(Topics.BACKUP, "orders", Facts.restore("r1", "orders", RESTORED), RESTORED);
      Instant silent = STALE_AT.minusSeconds(60);
      for (int minute = 9; minute >= 4; minute--) {
        Instant to = silent.minusSeconds(60L * minute);
        drive.send(Topics.SLI, "orders", Facts.sample("s" + minute, "orders", to), to);
      }
      drive.gates();

      // when: both are due
      drive.clock(STALE_AT.plusSeconds(30));

      // then
      assertThat(drive.gates())
          .extracting(GateJudgement::getGate, GateJudgement::getSpoken)
          .containsExactly(tuple("measured", silent), tuple("restored", STALE_AT));
    }
  }

  @Test
  void manyDeadlinesAreSpokenInTurnsBetweenWhichThereIsACommit() {
    try (Drive drive = withRestore()) {
      // given: two more with the same deadline, weeks of alerts closed, time for one in a turn
      for (String name : List.of("payments", "stock")) {
        drive.apply(Town.service(name), START);
        drive.send(Topics.BACKUP, name, Facts.restore("r-" + name, name, RESTORED), RESTORED);
      }
      drive.clock(EXPIRING_AT.minusSeconds(60));
      drive.gates();
      drive.cards();
      drive.isSlow(Duration.ofSeconds(1));

      // when
      List<Integer> gates = new ArrayList<>();
      List<Integer> cards = new ArrayList<>();
      for (int turn = 0; turn < 7; turn++) {
        drive.clock(EXPIRING_AT.plusSeconds(6).plusMillis(turn));
        gates.add(drive.gates().size());
        cards.add(drive.cards().size());
      }

      // then: judgements first
      assertThat(gates).containsExactly(1, 1, 1, 0, 0, 0, 0);
      assertThat(cards).containsExactly(0, 0, 0, 1, 1, 1, 0);
    }
  }
}
