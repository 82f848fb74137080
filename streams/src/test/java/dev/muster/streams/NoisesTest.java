package dev.muster.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Alert;
import dev.muster.schemas.fact.Classification;
import dev.muster.schemas.fact.NoiseVerdict;
import dev.muster.schemas.fact.Review;
import dev.muster.schemas.fact.Severity;
import dev.muster.schemas.judgement.Fraction;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.schemas.judgement.GateStatus;
import dev.muster.schemas.judgement.NoiseJudgement;
import dev.muster.schemas.judgement.NoiseScore;
import dev.muster.schemas.judgement.RotationJudgement;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.streams.drive.Alerts;
import dev.muster.streams.drive.Drive;
import dev.muster.streams.drive.Facts;
import dev.muster.streams.drive.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;

/** What alerts do to judgements, gates and scorecards. */
class NoisesTest {
  /** A Monday morning in Berlin, four weeks before the summer time ends. */
  private static final Instant START = Instant.parse("2026-09-28T06:00:00Z");

  private static final Instant SUNDAY_NIGHT = Instant.parse("2026-10-04T22:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  @Test
  void aWeekClosesOnTheRotationsClockAndTheScorecardShowsIt() {
    try (Drive drive = begun("orders")) {
      // given: a page that somebody answers
      page(drive, "orders", START.plus(Duration.ofHours(3)), true);
      drive.cards();
      // when
      drive.clock(SUNDAY_NIGHT);
      assertThat(drive.noises()).isEmpty();
      drive.clock(SUNDAY_NIGHT.plusSeconds(90));
      // then
      NoiseJudgement week = only(drive.noises());
      assertThat(week.getWeek()).isEqualTo("2026-W40");
      assertThat(week.getSince()).isEqualTo("2026-09-27T22:00:00Z");
      assertThat(week.getFired()).isEqualTo(1);
      assertThat(week.getPages()).isEqualTo(1);
      assertThat(week.getPagesByHour().getBusiness()).isEqualTo(1);
      assertThat(week.getAcknowledged()).isEqualTo(1);
      assertThat(week.getTimeToAcknowledgeMillis()).isEqualTo(300_000);
      assertThat(week.getVerdict()).isEqualTo(NoiseVerdict.INSUFFICIENT_DATA);
      assertThat(week.getEvidence().getId()).endsWith("-resolved");
      NoiseScore score = last(drive).getNoise();
      assertThat(score.getWeek()).isEqualTo("2026-W40");
      assertThat(score.getPages()).isEqualTo(1);
    }
  }

  @Test
  void aPageSoonAfterADeploymentIsLaidToItUnlessItsToolNamesAnother() {
    try (Drive drive = begun("orders")) {
      // given: two changes, and a page after the second
      Instant first = START.plus(Duration.ofHours(1));
      Instant second = START.plus(Duration.ofHours(2));
      drive.send(Topics.DEPLOY, "orders", Facts.deploy("d1", "orders", first), first);
      drive.send(Topics.DEPLOY, "orders", Facts.deploy("d2", "orders", second), second);
      page(drive, "orders", second.plusSeconds(600), true);
      drive.clock(second.plus(Duration.ofHours(1)));
      // then
      Scorecard laid = last(drive);
      assertThat(laid.getChangeFailureRate()).isEqualTo(new Fraction(1L, 2L));
      assertThat(laid.getChangeFailuresInferred()).isEqualTo(1);
      assertThat(laid.getRecoveryTimeMillis().getDenominator()).isEqualTo(1);
      assertThat(laid.getRecoveriesInferred()).isEqualTo(1);
      assertThat(laid.getRecoveriesOpen()).isZero();
      // when
      Instant third = second.plus(Duration.ofHours(2));
      Alert named =
          Alert.newBuilder(Alerts.incident("orders", third)).setDeploymentId("d1").build();
      send(drive, named, third);
      drive.clock(third.plusSeconds(120));
      // then
      Scorecard both = last(drive);
      assertThat(both.getChangeFailureRate()).isEqualTo(new Fraction(2L, 2L));
      assertThat(both.getChangeFailuresInferred()).isEqualTo(1);
      assertThat(both.getRecoveriesOpen()).isEqualTo(1);
    }
  }

  @Test
  void aWordThatComesLateIsARevisionWithItsReason() {
    try (Drive drive = begun("orders")) {
      // given
      Alert fired = page(drive, "orders", START.plus(Duration.ofHours(3)), false);
      drive.clock(SUNDAY_NIGHT.plusSeconds(90));
      assertThat(only(drive.noises()).getKnownInaction()).isEqualTo(1);
      // when
      Instant late = SUNDAY_NIGHT.plus(Duration.ofHours(12));
      send(drive, Alerts.classified(fired, Classification.ACTION_TAKEN, late), late);
      assertThat(drive.noises()).isEmpty();
      drive.clock(late.plusSeconds(70));
      // then
      NoiseJudgement again = only(drive.noises());
      assertThat(again.getRevision()).isEqualTo(1);
      assertThat(again.getRevisionReason()).contains("a person said what alerts of it were");
      assertThat(again.getActedOn()).isEqualTo(1);
      assertThat(again.getSince()).isEqualTo("2026-09-27T22:00:00Z");
    }
  }

  @Test
  void aRotationsWeekIsTheSumOfItsServicesAndComesBackToEach() {
    try (Drive drive = begun("orders", "billing", "search")) {
      // given
      page(drive, "orders", START.plus(Duration.ofHours(3)), true);
      page(drive, "orders", START.plus(Duration.ofHours(20)), true);
      page(drive, "billing", START.plus(Duration.ofHours(22)), false);
      // when
      drive.clock(SUNDAY_NIGHT.plusSeconds(30));
      drive.clock(SUNDAY_NIGHT.plusSeconds(40));
      // then
      List<RotationJudgement> told = drive.rotations();
      assertThat(told.stream().map(RotationJudgement::getService))
          .containsExactlyInAnyOrder("orders", "billing", "search");
      assertThat(told)
          .allSatisfy(
              week -> {
                assertThat(week.getRotation()).isEqualTo("checkout");
                assertThat(week.getPages()).isEqualTo(3);
                assertThat(week.getPagesByHour().getSleep()).isEqualTo(2);
                assertThat(week.getMostPagesPerShift()).isEqualTo(2);
                assertThat(week.getReviewedAt()).isNull();
              });
      // and when the week is reviewed
      Instant reviewed = SUNDAY_NIGHT.plus(Duration.ofHours(12));
      drive.send(
          Topics.REVIEW,
          "rotation/checkout",
          Alerts.closed("checkout", "2026-W40", reviewed),
          reviewed);
      drive.clock(reviewed.plusSeconds(10));
      // then
      assertThat(drive.rotations().stream().map(RotationJudgement::getReviewedAt))
          .hasSize(3)
          .containsOnly(reviewed);
      assertThat(gate(drive, "reviewed").getRaw()).isEqualTo(GateStatus.PASS);
    }
  }

  @Test
  void pagesPerWeekAreThoseOfTheWholeRotation() {
    try (Drive drive = begun("orders", "billing")) {
      // given: three pages a week, all of billing; the first week was not heard from its beginning
      Instant now = START;
      for (int week = 0; week < 5; week++) {
        for (int i = 0; i < 3; i++) {
          Instant opened = START.plus(WEEK.multipliedBy(week)).plus(Duration.ofHours(8 + 9L * i));
          now = beat(drive, now, opened);
          page(drive, "billing", opened, true);
        }
      }
      assertThat(last(drive.gates("few"), "orders").getRaw()).isEqualTo(GateStatus.MISSING);
      // when
      beat(drive, now, Instant.parse("2026-11-01T23:00:10Z"));
      // then: it fails the gate of orders, which was not paged once
      GateJudgement few = last(drive.gates("few"), "orders");
      assertThat(few.getRaw()).isEqualTo(GateStatus.FAIL);
      assertThat(few.getReasonValues()).containsEntry("mean", "3.00");
    }
  }

  @Test
  void aPageThatNobodyAnswersFailsItsGateAndOneThatSomebodyDoesHoldsIt() {
    try (Drive drive = begun("orders")) {
      // given: a source heard for thirty days
      Instant now = beat(drive, START, START.plus(Duration.ofDays(31)));
      assertThat(last(drive.gates("answered"), "orders").getRaw()).isEqualTo(GateStatus.MISSING);
      // when
      page(drive, "orders", now, true);
      // then
      assertThat(last(drive.gates("answered"), "orders").getRaw()).isEqualTo(GateStatus.PASS);
      // and when
      Alert silent = Alerts.incident("orders", now.plus(Duration.ofHours(2)));
      send(drive, silent, silent.getTime());
      drive.clock(silent.getTime().plus(Duration.ofMinutes(16)));
      // then
      GateJudgement broken = last(drive.gates("answered"), "orders");
      assertThat(broken.getRaw()).isEqualTo(GateStatus.FAIL);
      assertThat(broken.getSince())
          .isEqualTo(silent.getTime().plus(Duration.ofMinutes(15)).plusMillis(1));
    }
  }

  @Test
  void silenceOfAllSourcesTurnsGatesMissingAfterADay() {
    try (Drive drive = begun("orders")) {
      Instant heard = beat(drive, START, START.plus(Duration.ofDays(20)));
      assertThat(last(drive.gates("decided"), "orders").getRaw()).isEqualTo(GateStatus.PASS);

      drive.clock(heard.plus(Duration.ofHours(24)).plusSeconds(10));

      GateJudgement lost = last(drive.gates("decided"), "orders");
      assertThat(lost.getRaw()).isEqualTo(GateStatus.MISSING);
      assertThat(lost.getReason()).isEqualTo("NOT_HEARD");
      assertThat(lost.getSince()).isEqualTo(heard.plus(Duration.ofHours(24)));
    }
  }

  @Test
  void aProposalThatNobodyAnswersFailsItsGateAfterTwoWeeks() {
    try (Drive drive = begun("orders")) {
      // given: four pages that nobody touched, by a source known for long
      Instant now = beat(drive, START, START.plus(Duration.ofDays(29)));
      for (int i = 0; i < 4; i++) {
        page(drive, "orders", now.plus(Duration.ofHours(6L * i)), false);
      }
      Instant proposed = Instant.parse("2026-11-01T23:00:00Z");
      now = beat(drive, now.plus(Duration.ofDays(1)), proposed.plusSeconds(30));
      NoiseJudgement week =
          drive.noises().stream()
              .filter(each -> each.getWeek().equals("2026-W44"))
              .findFirst()
              .orElseThrow();
      assertThat(week.getVerdict()).isEqualTo(NoiseVerdict.DOWNGRADE);
      assertThat(last(drive).getNoise().getProposalsOpen()).isEqualTo(1);
      // when
      now = beat(drive, now, proposed.plus(Duration.ofDays(14)).plusSeconds(10));
      // then
      GateJudgement waiting = last(drive.gates("decided"), "orders");
      assertThat(waiting.getRaw()).isEqualTo(GateStatus.FAIL);
      assertThat(waiting.getSince()).isEqualTo(proposed.plus(Duration.ofDays(14)));
      // and when it is declined
      Review no = Alerts.declined("orders", NoiseVerdict.DOWNGRADE, now.plusSeconds(60));
      drive.send(Topics.REVIEW, "orders", no, no.getTime());
      // then
      assertThat(last(drive.gates("decided"), "orders").getRaw()).isEqualTo(GateStatus.PASS);
    }
  }

  @Test
  void whatCameBeforeTheEntryIsJudgedWhenItComes() {
    try (Drive drive = new Drive(START.plus(Duration.ofDays(10)))) {
      // given: an alert of the week before, told before anybody knew the service
      Alert fired = Alerts.firing("orders", Severity.TICKET, START);
      send(drive, fired, START.plus(Duration.ofDays(9)));
      // when
      Instant now = START.plus(Duration.ofDays(10));
      drive.apply(Town.QUIET, now);
      drive.apply(Town.paged("orders", "checkout"), now);
      drive.clock(now.plusSeconds(90));
      // then
      assertThat(only(drive.noises()).getWeek()).isEqualTo("2026-W40");
    }
  }

  private static Drive begun(String... services) {
    Drive drive = new Drive(START);
    drive.apply(Town.QUIET, START);
    for (String service : services) {
      drive.apply(Town.paged(service, "checkout"), START);
    }
    return drive;
  }

  /** Half an hour long; answered after five minutes of its opening, or not at all. */
  private static Alert page(Drive drive, String service, Instant start, boolean answered) {
    Alert firing = Alerts.firing(service, Severity.PAGE, start);
    Alert incident = Alerts.incident(service, start.plusSeconds(30));
    send(drive, firing, start.plusSeconds(20));
    send(drive, incident, start.plusSeconds(31));
    if (answered) {
      Instant at = start.plus(Duration.ofMinutes(5));
      send(drive, Alerts.acknowledged(incident, at), at);
    }
    Instant end = start.plus(Duration.ofMinutes(30));
    send(drive, Alerts.resolved(firing, end), end);
    send(drive, Alerts.resolved(incident, end), end.plusSeconds(1));
    return firing;
  }

  private static void send(Drive drive, Alert alert, Instant received) {
    drive.send(Topics.ALERT, alert.getService(), alert, received);
  }

  /** The watchdog speaks every twelve hours; the last instant it did. */
  private static Instant beat(Drive drive, Instant from, Instant to) {
    Instant at = from;
    while (at.isBefore(to)) {
      drive.send(Topics.ALERT, "org", Alerts.heartbeat(at), at);
      drive.clock(at);
      at = at.plus(Duration.ofHours(12));
    }
    drive.send(Topics.ALERT, "org", Alerts.heartbeat(to), to);
    drive.clock(to);
    return to;
  }

  private static GateJudgement gate(Drive drive, String gate) {
    return last(drive.gates(gate), "orders");
  }

  private static GateJudgement last(List<GateJudgement> gates, String service) {
    return gates.stream()
        .filter(gate -> gate.getService().equals(service))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private static <T> T only(List<T> all) {
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static Scorecard last(Drive drive) {
    return drive.cards().stream()
        .map(TestRecord::value)
        .filter(card -> card.getService().equals("orders"))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }
}
