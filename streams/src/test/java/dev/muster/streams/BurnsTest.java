package dev.muster.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.muster.core.catalogue.Service;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Notice;
import dev.muster.schemas.fact.NoticeKind;
import dev.muster.schemas.fact.NoticeStatus;
import dev.muster.schemas.fact.SliSample;
import dev.muster.schemas.judgement.BurnJudgement;
import dev.muster.schemas.judgement.BurnState;
import dev.muster.schemas.judgement.BurnTier;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.schemas.judgement.GateStatus;
import dev.muster.schemas.judgement.ScoreChange;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.judgement.SloHealth;
import dev.muster.schemas.judgement.SloScore;
import dev.muster.streams.drive.Drive;
import dev.muster.streams.drive.Facts;
import dev.muster.streams.drive.Town;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BurnsTest {
  private static final Instant START = Instant.parse("2026-06-01T08:00:00Z");
  private static final Service ORDERS = Town.promising("orders", Town.availability("0.999"));

  private final List<BurnJudgement> said = new ArrayList<>();

  @Test
  void anAlertOpensRisesAndFallsAndTheScorecardShowsIt() {
    try (Drive drive = begun(ORDERS)) {
      // when: twenty minutes well, five in which a tenth fails, and well again
      Instant failed = minutes(drive, START, 20, 1_000);
      Instant mended = minutes(drive, failed, 5, 900);
      drive.clock(mended.plusSeconds(70));
      Scorecard burning = last(drive);
      minutes(drive, mended, 40, 1_000);

      // then: a ticket from the first minute, a page from the second, a ticket again
      said.addAll(drive.burns());
      BurnJudgement opened = first(BurnState.FIRING);
      assertThat(opened.getSince()).isEqualTo(failed.plusSeconds(60));
      assertThat(opened.getTier()).isEqualTo(BurnTier.TICKET);
      BurnJudgement rose =
          said.stream().filter(each -> each.getTier() == BurnTier.PAGE).findFirst().orElseThrow();
      assertThat(rose.getAlertSince()).isEqualTo(opened.getSince());
      assertThat(rose.getEvidence().getId()).isEqualTo("orders-" + rose.getSince());
      BurnJudgement fell = said.get(said.size() - 1);
      assertThat(fell.getTier()).isEqualTo(BurnTier.TICKET);
      assertThat(fell.getAlertSince()).isEqualTo(opened.getSince());
      SloScore score = burning.getSlos().get(0);
      assertThat(score.getAlert()).isEqualTo(BurnTier.PAGE);
      assertThat(score.getBurns().get("5m")).isEqualTo(100);
      assertThat(score.getBudgetLeft()).isCloseTo(1 - 500 / 25.0, within(0.01));
      assertThat(burning.getChanges().stream().map(ScoreChange::getWhat).toList())
          .contains("alert/availability", "slo/availability");
    }
  }

  @Test
  void silenceFreezesAnOpenAlertThenNothingIsKnownAndTheGateRunsOut() {
    try (Drive drive = begun(ORDERS)) {
      Instant last = minutes(drive, minutes(drive, START, 20, 1_000), 5, 0);
      drive.burns();

      // when
      drive.clock(last.plus(Duration.ofHours(30)));

      // then
      said.addAll(drive.burns());
      assertThat(said.stream().map(BurnsTest::words).toList())
          .containsExactly(
              "FROZEN SPENT " + last.plusSeconds(180), "FROZEN NO_DATA " + last.plusSeconds(240));
      List<GateJudgement> gates = drive.gates("measured");
      assertThat(gates.get(gates.size() - 1).getRaw()).isEqualTo(GateStatus.STALE);
      assertThat(gates.get(gates.size() - 1).getSince()).isEqualTo(last.plus(Duration.ofDays(1)));
    }
  }

  @Test
  void anSloThatWasNeverSampledSaysSoAndItsGateIsMissing() {
    try (Drive drive = begun(ORDERS)) {
      said.addAll(drive.burns());

      assertThat(said.get(0).getHealth()).isEqualTo(SloHealth.NO_DATA);
      assertThat(said.get(0).getReason()).isEqualTo("NEVER_SAMPLED");
      assertThat(drive.gates("measured").get(0).getRaw()).isEqualTo(GateStatus.MISSING);

      minutes(drive, START, 1, 1_000);
      assertThat(drive.gates("measured").get(0).getRaw()).isEqualTo(GateStatus.PASS);
    }
  }

  @Test
  void whatWasSampledBeforeItsEntryCameIsCounted() {
    try (Drive drive = new Drive(START)) {
      Instant now = minutes(drive, START, 30, 900);
      assertThat(drive.burns()).isEmpty();

      drive.apply(Town.MEASURED, now.plusSeconds(1));
      drive.apply(ORDERS, now.plusSeconds(1));

      said.addAll(drive.burns());
      assertThat(said.get(0).getTotal()).isEqualTo(30_000);
      assertThat(said.get(0).getState()).isEqualTo(BurnState.FIRING);
      assertThat(said.get(0).getSince()).isEqualTo(now.plusSeconds(1));
    }
  }

  @Test
  void plannedWorkThatWasToldBeforeCostsNothing() {
    try (Drive drive = begun(ORDERS)) {
      Instant begins = minutes(drive, START, 20, 1_000);
      drive.send(Topics.NOTICE, "orders", work(begins), begins.minusSeconds(30));
      drive.burns();

      minutes(drive, minutes(drive, begins, 20, 0), 20, 1_000);

      said.addAll(drive.burns());
      assertThat(said).noneMatch(each -> each.getState() == BurnState.FIRING);
    }
  }

  @Test
  void aWeakerPromiseEndsTheAlertAndOneThatIsTakenBackSaysSo() {
    try (Drive drive = begun(ORDERS)) {
      Instant now = minutes(drive, minutes(drive, START, 20, 1_000), 5, 900);
      drive.burns();

      drive.apply(Town.promising("orders", Town.availability("0.9")), now.plusSeconds(1));
      drive.apply(Town.promising("orders"), now.plusSeconds(2));

      said.addAll(drive.burns());
      assertThat(said.get(0).getState()).isEqualTo(BurnState.RESOLVED);
      assertThat(said.get(0).getSince()).isEqualTo(now.plusSeconds(1));
      assertThat(said.get(1).getReason()).isEqualTo("REMOVED");
      drive.clock(now.plusSeconds(10));
      assertThat(last(drive).getSlos()).isEmpty();
    }
  }

  @Test
  void aSampleThatCannotBeIsADeadLetter() {
    try (Drive drive = begun(ORDERS)) {
      SliSample sample = Facts.sample("x", "orders", START.plusSeconds(60), 7, 3);

      drive.send(Topics.SLI, "orders", sample, START.plusSeconds(60));

      assertThat(drive.letters()).hasSize(1);
    }
  }

  static IntStream seeds() {
    return IntStream.range(0, 3);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void restartsAndTheWallClockLeaveNoTrace(int seed) {
    // given: outages, gaps and late samples of two services over hours
    List<Sent> history = history(seed);
    Random random = new Random(seed);

    // when
    Drive plain = begun(ORDERS, Town.promising("billing", Town.availability("0.99")));
    Drive broken = begun(ORDERS, Town.promising("billing", Town.availability("0.99")));
    List<BurnJudgement> once = new ArrayList<>();
    List<BurnJudgement> again = new ArrayList<>();
    for (Sent each : history) {
      plain.send(Topics.SLI, each.sample().getService(), each.sample(), each.received());
      again.addAll(broken.burns());
      if (random.nextInt(20) == 0) {
        Drive next = new Drive(each.received(), broken.registry).restored(broken.state());
        broken.close();
        broken = next;
      }
      if (random.nextInt(3) == 0) {
        broken.clock(each.received());
      }
      broken.send(Topics.SLI, each.sample().getService(), each.sample(), each.received());
    }
    Instant end = history.get(history.size() - 1).received().plusSeconds(600);
    plain.clock(end);
    broken.clock(end);
    once.addAll(plain.burns());
    again.addAll(broken.burns());
    plain.close();
    broken.close();

    // then: the very same was said
    assertThat(again.stream().map(BurnsTest::words).sorted().toList())
        .isEqualTo(once.stream().map(BurnsTest::words).sorted().toList());
  }

  private record Sent(SliSample sample, Instant received) {}

  private static List<Sent> history(int seed) {
    Random random = new Random(seed);
    List<Sent> history = new ArrayList<>();
    Instant at = START;
    long good = 1_000;
    while (at.isBefore(START.plus(Duration.ofHours(3)))) {
      at = at.plusSeconds(60);
      for (String service : List.of("orders", "billing")) {
        if (random.nextInt(30) == 0) {
          good = List.of(1_000L, 990L, 900L, 0L).get(random.nextInt(4));
        }
        boolean lost = random.nextInt(30) == 0;
        long late = random.nextInt(20) == 0 ? random.nextInt(400) : random.nextInt(8);
        SliSample sample = Facts.sample(service + at, service, at, good, 1_000);
        if (!lost) {
          history.add(new Sent(sample, at.plusSeconds(late).plusMillis(random.nextInt(999))));
        }
      }
      if (random.nextInt(200) == 0) {
        at = at.plusSeconds(60L * random.nextInt(90));
      }
    }
    history.sort(java.util.Comparator.comparing(Sent::received));
    return history;
  }

  private static Drive begun(Service... services) {
    Drive drive = new Drive(START);
    drive.apply(Town.MEASURED, START);
    for (Service each : services) {
      drive.apply(each, START);
    }
    return drive;
  }

  /** Samples of a thousand events each; the instant they end at. */
  private static Instant minutes(Drive drive, Instant from, int count, long good) {
    Instant at = from;
    for (int i = 0; i < count; i++) {
      at = at.plusSeconds(60);
      SliSample sample = Facts.sample("orders-" + at, "orders", at, good, 1_000);
      drive.send(Topics.SLI, "orders", sample, at.plusMillis(300));
    }
    return at;
  }

  private static Notice work(Instant from) {
    return Notice.newBuilder()
        .setId("n1")
        .setSource("muster/sink")
        .setService("orders")
        .setTime(from.minusSeconds(60))
        .setNoticeId("move")
        .setKind(NoticeKind.MAINTENANCE)
        .setStatus(NoticeStatus.SCHEDULED)
        .setBody("We move.")
        .setWindowFrom(from)
        .setWindowTo(from.plusSeconds(1_200))
        .build();
  }

  private BurnJudgement first(BurnState state) {
    return said.stream().filter(each -> each.getState() == state).findFirst().orElseThrow();
  }

  private static Scorecard last(Drive drive) {
    var cards = drive.cards();
    return cards.get(cards.size() - 1).value();
  }

  private static String words(BurnJudgement each) {
    return each.getState() + " " + each.getHealth() + " " + each.getSince();
  }
}
