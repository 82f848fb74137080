package dev.muster.core.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.deploy.ChangeFigures.Changes;
import dev.muster.core.deploy.ChangeFigures.Recoveries;
import dev.muster.core.deploy.ChangeHistories.History;
import dev.muster.core.gate.DeployEvidence;
import dev.muster.core.gate.DeployEvidence.Outcome;
import dev.muster.core.gate.DeployEvidence.Release;
import dev.muster.core.gate.DeployEvidence.Trigger;
import dev.muster.core.gate.Origin;
import dev.muster.core.gate.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangeFiguresTest {
  private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
  private static final Instant NOW = NOON.plus(Duration.ofDays(3));

  private final DeployLog log = new DeployLog();
  private final List<Failure> pages = new ArrayList<>();

  private ChangeFiguresTest deployed(String id, Outcome outcome, int minute) {
    return deployed(id, outcome, minute, null);
  }

  private ChangeFiguresTest deployed(
      String id, Outcome outcome, int minute, @Nullable String rollbackOf) {
    Instant time = NOON.plus(Duration.ofMinutes(minute));
    log.put(
        new DeployEvidence(
            new Origin(id + outcome, "ci/1", "orders", time, time, new Position("deploy", 0, 1)),
            "prod",
            outcome,
            Trigger.PIPELINE,
            null,
            new Release(id, null, null, null, rollbackOf),
            null));
    return this;
  }

  private ChangeFiguresTest paged(int from, int to, @Nullable String deploymentId) {
    Instant begun = NOON.plus(Duration.ofMinutes(from));
    Instant over = to < from ? null : NOON.plus(Duration.ofMinutes(to));
    pages.add(new Failure(begun, over, deploymentId));
    return this;
  }

  private ChangeFigures figures() {
    return ChangeFigures.of(log.newestFirst(), pages, NOW);
  }

  private static Recoveries recovered(int times, int minutes, int inferred, int open) {
    return new Recoveries(times, Duration.ofMinutes(minutes), inferred, open);
  }

  @Test
  void aChangeThatFailedIsRecoveredFromByTheNextThatSucceeds() {
    deployed("d1", Outcome.SUCCEEDED, 0).deployed("d2", Outcome.FAILED, 60);
    deployed("d3", Outcome.FAILED, 70).deployed("d4", Outcome.SUCCEEDED, 90);

    assertThat(figures().changes()).isEqualTo(new Changes(4, 2, 0));
    assertThat(figures().recoveries()).isEqualTo(recovered(1, 30, 0, 0));
  }

  @Test
  void oneThatIsNotRecoveredFromIsOpenAndInNoMean() {
    deployed("d1", Outcome.FAILED, 60);

    assertThat(figures().recoveries()).isEqualTo(recovered(0, 0, 0, 1));
  }

  @Test
  void aRollbackIsNoChangeAndTellsThatWhatItNamesHadFailed() {
    deployed("d1", Outcome.SUCCEEDED, 0).deployed("d2", Outcome.SUCCEEDED, 60);
    deployed("back", Outcome.SUCCEEDED, 90, "d2");

    assertThat(figures().changes()).isEqualTo(new Changes(2, 1, 0));
    // Since when it was broken nobody said.
    assertThat(figures().recoveries()).isEqualTo(recovered(0, 0, 0, 0));
  }

  @Test
  void aRollbackOfSomethingUnknownIsLaidToTheLatestChangeBeforeItAsAnInference() {
    deployed("d1", Outcome.SUCCEEDED, 0).deployed("back", Outcome.SUCCEEDED, 90, "v41");

    assertThat(figures().changes()).isEqualTo(new Changes(1, 1, 1));
  }

  @Test
  void aChangeThatTookItselfBackHasFailedFromWhenItSaidSo() {
    deployed("d1", Outcome.FAILED, 10).deployed("d1", Outcome.ROLLED_BACK, 15);

    assertThat(figures().changes()).isEqualTo(new Changes(1, 1, 0));
    assertThat(figures().recoveries()).isEqualTo(recovered(1, 5, 0, 0));
  }

  @Test
  void oneThatWasStoppedHasFailedAndBrokeNothingAsFarAsIsTold() {
    deployed("d1", Outcome.ABORTED, 10).deployed("d2", Outcome.SUCCEEDED, 300);

    assertThat(figures().changes()).isEqualTo(new Changes(2, 1, 0));
    assertThat(figures().recoveries()).isEqualTo(recovered(0, 0, 0, 0));
  }

  @Test
  void aPageThatNamesADeploymentIsLaidToItAtAnyAge() {
    deployed("d1", Outcome.SUCCEEDED, 0).deployed("d2", Outcome.SUCCEEDED, 60);
    paged(2_000, 2_045, "d1");

    assertThat(figures().changes()).isEqualTo(new Changes(2, 1, 0));
    assertThat(figures().recoveries()).isEqualTo(recovered(1, 45, 0, 0));
  }

  @Test
  void aPageThatNamesNoneIsLaidToTheLatestChangeOfTheDayBeforeIt() {
    deployed("d1", Outcome.SUCCEEDED, 0).deployed("d2", Outcome.SUCCEEDED, 60);
    paged(60 + 24 * 60, 60 + 24 * 60 + 10, null);

    assertThat(figures().changes()).isEqualTo(new Changes(2, 1, 1));
    assertThat(figures().recoveries()).isEqualTo(recovered(1, 10, 1, 0));
  }

  @Test
  void aMinuteLaterNoChangeIsToBlame() {
    deployed("d2", Outcome.SUCCEEDED, 60).paged(61 + 24 * 60, 90 + 24 * 60, null);

    assertThat(figures().changes()).isEqualTo(new Changes(1, 0, 0));
    assertThat(figures().recoveries()).isEqualTo(recovered(0, 0, 0, 0));
  }

  @Test
  void whileAnOldReleaseRunsNoChangeIsToBlameForAPage() {
    deployed("d1", Outcome.SUCCEEDED, 0).deployed("back", Outcome.SUCCEEDED, 30, "d0");
    paged(60, 70, null);

    assertThat(figures().recoveries().over()).isZero();
  }

  @Test
  void aPageDuringARollOutIsLaidToIt() {
    deployed("d1", Outcome.STARTED, 0).deployed("d1", Outcome.SUCCEEDED, 40).paged(10, 20, null);

    assertThat(figures().changes()).isEqualTo(new Changes(1, 1, 1));
  }

  @Test
  void tenPagesOfOneEveningAreOneRecovery() {
    deployed("d1", Outcome.SUCCEEDED, 0);
    for (int i = 0; i < 10; i++) {
      paged(10 + i, 30 + i, i == 4 ? "d1" : null);
    }

    assertThat(figures().recoveries()).isEqualTo(recovered(1, 29, 0, 0));
  }

  @Test
  void whileOnePageIsOpenNothingThatItOverlapsIsOver() {
    deployed("d1", Outcome.SUCCEEDED, 0).paged(10, 30, null).paged(20, -1, null);

    assertThat(figures().recoveries()).isEqualTo(recovered(0, 0, 0, 1));
  }

  @Test
  void aChangeCountsForTwentyEightDaysToTheInstant() {
    deployed("d1", Outcome.SUCCEEDED, 0);
    Instant leaves = NOON.plus(Duration.ofDays(28));
    List<Deployment> all = log.newestFirst();

    assertThat(figures().turns()).isEqualTo(leaves);
    assertThat(ChangeFigures.of(all, pages, leaves.minusMillis(1)).changes().all()).isEqualTo(1);
    assertThat(ChangeFigures.of(all, pages, leaves))
        .isEqualTo(new ChangeFigures(new Changes(0, 0, 0), recovered(0, 0, 0, 0), null));
  }

  @Test
  void theFiguresAreThoseOfThePlainModelOverAnyHistory() {
    for (long seed = 0; seed < 3_000; seed++) {
      // given
      History history = ChangeHistories.of(seed);
      List<Deployment> all = history.deployments();
      Random random = new Random(seed);
      Instant now = ChangeHistories.minute(random.nextInt(ChangeHistories.MINUTES + 50_000));

      // when
      ChangeFigures figures = ChangeFigures.of(all, history.failures(), now);

      // then
      ChangeOracle oracle = new ChangeOracle(all, history.failures());
      assertThat(figures.changes()).as("seed %d", seed).isEqualTo(oracle.changes(now));
      assertThat(figures.recoveries()).as("seed %d", seed).isEqualTo(oracle.recoveries(now));
    }
  }

  @Test
  void theOrderInWhichItIsToldChangesNothing() {
    for (long seed = 0; seed < 500; seed++) {
      // given
      History history = ChangeHistories.of(seed);
      List<DeployEvidence> steps = new ArrayList<>(history.steps());
      List<Failure> failures = new ArrayList<>(history.failures());
      ChangeFigures told = ChangeFigures.of(history.deployments(), failures, ChangeHistories.START);

      // when
      Collections.shuffle(failures, new Random(seed));
      History other = new History(steps, failures);
      List<Deployment> deployments = new ArrayList<>(other.deployments());
      Collections.shuffle(deployments, new Random(seed));

      // then
      assertThat(ChangeFigures.of(deployments, failures, ChangeHistories.START)).isEqualTo(told);
    }
  }

  @Test
  void untilTheyTurnTheFiguresStayAsTheyAre() {
    for (long seed = 0; seed < 500; seed++) {
      // given
      History history = ChangeHistories.of(seed);
      List<Deployment> all = history.deployments();
      Instant now = ChangeHistories.minute(ChangeHistories.MINUTES);
      ChangeFigures figures = ChangeFigures.of(all, history.failures(), now);
      Instant turns = figures.turns();
      if (turns == null) {
        continue;
      }

      // when
      ChangeFigures before = ChangeFigures.of(all, history.failures(), turns.minusMillis(1));
      ChangeFigures after = ChangeFigures.of(all, history.failures(), turns);

      // then
      assertThat(before).as("seed %d", seed).isEqualTo(figures);
      assertThat(after).as("seed %d", seed).isNotEqualTo(figures);
    }
  }
}
