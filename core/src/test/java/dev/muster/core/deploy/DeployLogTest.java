package dev.muster.core.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.gate.DeployEvidence;
import dev.muster.core.gate.DeployEvidence.Outcome;
import dev.muster.core.gate.DeployEvidence.Release;
import dev.muster.core.gate.DeployEvidence.Trigger;
import dev.muster.core.gate.Origin;
import dev.muster.core.gate.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeployLogTest {
  private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");

  private final DeployLog log = new DeployLog();

  private static DeployEvidence step(
      String id, Outcome outcome, Instant time, @Nullable String commit) {
    return new DeployEvidence(
        new Origin(id + outcome, "ci/1", "orders", time, time, new Position("deploy", 0, 1)),
        "prod",
        outcome,
        outcome == Outcome.STARTED ? Trigger.MANUAL : Trigger.UNKNOWN,
        null,
        new Release(id, null, commit, null, null),
        null);
  }

  @Test
  void stepsOfOneDeploymentAreOneInWhicheverOrderTheyAreTold() {
    // given
    DeployEvidence started = step("d1", Outcome.STARTED, NOON, "c0ffee");
    DeployEvidence succeeded = step("d1", Outcome.SUCCEEDED, NOON.plusSeconds(60), null);
    DeployEvidence takenBack = step("d1", Outcome.ROLLED_BACK, NOON.plusSeconds(90), null);
    DeployLog other = new DeployLog();

    // when
    List.of(started, succeeded, takenBack).forEach(log::put);
    List.of(takenBack, started, succeeded).forEach(other::put);

    // then
    assertThat(other.newestFirst()).isEqualTo(log.newestFirst());
    assertThat(log.newestFirst())
        .containsExactly(
            new Deployment(
                "ci/1",
                "prod",
                Outcome.ROLLED_BACK,
                Trigger.MANUAL,
                new Release("d1", null, "c0ffee", null, null),
                new Deployment.Times(
                    NOON, NOON.plusSeconds(60), NOON.plusSeconds(90), NOON.plusSeconds(90))));
  }

  @Test
  void whenItFirstFailedIsTheSameInWhicheverOrderItsStepsAreTold() {
    // given
    DeployEvidence first = step("d1", Outcome.FAILED, NOON, null);
    DeployEvidence again = step("d1", Outcome.FAILED, NOON.plusSeconds(60), null);
    DeployEvidence takenBack = step("d1", Outcome.ROLLED_BACK, NOON.plusSeconds(90), null);

    // when: the one between is told of last
    List.of(first, takenBack, again).forEach(log::put);

    // then
    assertThat(log.newestFirst().get(0).times().failed()).isEqualTo(NOON);
  }

  @Test
  void aRepeatedStepSaysNothingNew() {
    DeployEvidence started = step("d1", Outcome.STARTED, NOON, null);
    log.put(started);

    assertThat(log.put(started)).isEmpty();
  }

  @Test
  void aHundredDaysAreKeptAndOfWhatIsOlderOnlyTheNewestTwoHundred() {
    // given: one a day for 300 days
    for (int day = 1; day <= 300; day++) {
      log.put(step("d" + day, Outcome.SUCCEEDED, NOON.plus(Duration.ofDays(day)), null));
    }

    // when
    List<Deployment> forgotten = log.forget(NOON.plus(Duration.ofDays(300)));

    // then
    assertThat(forgotten).hasSize(100);
    assertThat(log.newestFirst()).hasSize(200);
    assertThat(log.newestFirst().get(199).release().deploymentId()).isEqualTo("d101");
  }

  @Test
  void manyADayAreAllKeptForAHundredDays() {
    // given: twelve a day for 110 days
    Duration apart = Duration.ofHours(2);
    int last = 110 * 12;
    for (int i = 0; i <= last; i++) {
      log.put(step("d" + i, Outcome.SUCCEEDED, NOON.plus(apart.multipliedBy(i)), null));
    }

    // when
    log.forget(NOON.plus(apart.multipliedBy(last)));

    // then
    assertThat(log.newestFirst()).hasSize(100 * 12 + 1);
  }
}
