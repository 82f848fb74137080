package dev.muster.core.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.muster.core.gate.GateId;
import dev.muster.core.gate.Status;
import dev.muster.core.past.History.Interval;
import dev.muster.core.scorecard.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PastTest {
  private static final GateId GATE = new GateId("bar", "scanned");
  private static final List<Status> RAW = List.of(Status.FAIL, Status.STALE, Status.PASS);
  private static final int SECONDS = 60;
  private static final int HISTORIES = 5_000;

  private static Said<Integer> said(int since, int spoken, int revision, Status status) {
    return new Said<>(GATE, at(since), at(spoken), revision, status, status, revision);
  }

  private static Instant at(int second) {
    return Instant.ofEpochSecond(second);
  }

  private static List<Said<Integer>> history(Random random) {
    List<Said<Integer>> all = new ArrayList<>();
    int spoken = random.nextInt(5);
    int since = 0;
    for (int revision = 0; revision < 1 + random.nextInt(12); revision++) {
      boolean keeps = random.nextInt(3) == 0;
      since = keeps ? since : random.nextInt(spoken + 1);
      Status raw = RAW.get(random.nextInt(RAW.size()));
      Status effective = random.nextInt(4) == 0 ? Status.WAIVED : raw;
      Said<Integer> last = all.isEmpty() ? null : all.get(all.size() - 1);
      all.add(
          keeps && last != null
              ? new Said<>(
                  GATE, last.since(), at(spoken), revision, last.raw(), last.effective(), revision)
              : new Said<>(GATE, at(since), at(spoken), revision, raw, effective, revision));
      spoken = Math.min(SECONDS - 1, spoken + random.nextInt(7));
    }
    if (random.nextInt(3) == 0) {
      all.addAll(List.copyOf(all.subList(0, random.nextInt(all.size() + 1))));
    }
    return all;
  }

  @Test
  void eachInstantAndEachSpanAreAsThePlainModelSays() {
    for (int seed = 0; seed < HISTORIES; seed++) {
      // given
      Random random = new Random(seed);
      List<Said<Integer>> log = history(random);
      int from = random.nextInt(SECONDS - 1);
      int to = from + 1 + random.nextInt(SECONDS - from - 1);
      PlainTimeline plain = new PlainTimeline(SECONDS);
      History<Integer> span = new History<>(at(from), at(to));
      // when
      log.forEach(plain::take);
      log.forEach(span::take);
      // then
      for (int second = 0; second < SECONDS; second++) {
        InForce<Integer> instant = new InForce<>(at(second));
        log.forEach(instant::take);
        String where = "seed " + seed + ", second " + second;
        assertThat(instant.knownNow(GATE)).as(where).isEqualTo(plain.knownNow(second));
        assertThat(instant.spokenThen(GATE)).as(where).isEqualTo(plain.spokenThen(second));
        if (second >= from && second < to) {
          assertThat(inForce(span, at(second))).as(where).isEqualTo(plain.knownNow(second));
        }
      }
    }
  }

  private static Optional<Said<Integer>> inForce(History<Integer> span, Instant at) {
    return span.intervals().stream()
        .filter(one -> !at.isBefore(one.from()) && (one.to() == null || at.isBefore(one.to())))
        .map(Interval::said)
        .reduce(
            (a, b) -> {
              throw new AssertionError("two in force at " + at);
            });
  }

  @Test
  void aLateFactTakesBackWhatWasSaidInGoodFaith() {
    // given
    InForce<Integer> then = new InForce<>(at(30));
    // when
    then.take(said(10, 10, 0, Status.PASS));
    then.take(said(20, 40, 1, Status.FAIL));
    // then
    assertThat(then.spokenThen(GATE)).map(Said::effective).hasValue(Status.PASS);
    assertThat(then.knownNow(GATE)).map(Said::effective).hasValue(Status.FAIL);
  }

  @Test
  void aProofRenewedAfterwardsIsNotTheProofOfTheInstant() {
    // given
    InForce<Integer> then = new InForce<>(at(30));
    // when
    then.take(said(10, 10, 0, Status.PASS));
    then.take(said(10, 40, 1, Status.PASS));
    // then
    assertThat(then.knownNow(GATE)).map(Said::word).hasValue(0);
  }

  @Test
  void aRebuildThatLacksOldFactsTakesNothingBack() {
    // given
    InForce<Integer> then = new InForce<>(at(30));
    then.take(said(5, 5, 0, Status.MISSING));
    then.take(said(10, 10, 1, Status.PASS));
    then.take(said(50, 50, 2, Status.STALE));
    // when
    then.take(said(5, 5, 0, Status.MISSING));
    then.take(said(50, 50, 1, Status.STALE));
    // then
    assertThat(then.knownNow(GATE)).map(Said::word).hasValue(1);
    assertThat(then.spokenThen(GATE)).map(Said::word).hasValue(1);
  }

  @Test
  void eachRenewalIsAnIntervalOfItsOwn() {
    // given
    History<Integer> year = new History<>(at(15), at(50));
    // when
    year.take(said(5, 5, 0, Status.MISSING));
    year.take(said(10, 10, 1, Status.PASS));
    year.take(said(10, 20, 2, Status.PASS));
    year.take(said(45, 45, 3, Status.STALE));
    year.take(said(55, 55, 4, Status.PASS));
    // then
    assertThat(year.intervals())
        .extracting(Interval::from, Interval::to, one -> one.said().word())
        .containsExactly(
            tuple(at(10), at(20), 1), tuple(at(20), at(45), 2), tuple(at(45), at(55), 3));
  }

  @Test
  void aGateWithoutAJudgementIsNeverGreen() {
    // given
    Standing.Gate pass = new Standing.Gate(Status.PASS, true, true);
    // when
    Standing all = Standing.of(List.of(pass, pass));
    Standing one = Standing.of(List.of(pass, Standing.Gate.UNTOLD));
    // then
    assertThat(all.verdict()).isEqualTo(Verdict.READY);
    assertThat(one.verdict()).isEqualTo(Verdict.NOT_READY);
    assertThat(one.score().onPersonsWord()).isEqualTo(1);
  }
}
