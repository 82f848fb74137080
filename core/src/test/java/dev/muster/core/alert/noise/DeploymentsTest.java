package dev.muster.core.alert.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.deploy.DeployLog;
import dev.muster.core.deploy.Deployment;
import dev.muster.core.gate.DeployEvidence.Outcome;
import dev.muster.core.gate.DeployEvidence.Release;
import dev.muster.core.gate.DeployEvidence.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a deployment says that an alert was acted on. */
class DeploymentsTest {
  private static final Instant FIRED = Instant.parse("2026-11-10T10:00:00Z");
  private static final Instant OVER = FIRED.plus(Duration.ofMinutes(30));

  private final List<Deployment> log = new ArrayList<>();

  @ParameterizedTest(name = "{0} s after the firing: {1}")
  @CsvSource({"-1, false", "0, false", "1, true", "5400, true", "5401, false"})
  void oneByHandCountsFromTheFiringToAnHourAfterTheEnd(long seconds, boolean mended) {
    deploy(FIRED.plusSeconds(seconds), Trigger.MANUAL, Outcome.SUCCEEDED, null);

    assertThat(deployments().mended(FIRED, OVER)).isEqualTo(mended);
  }

  @Test
  void aRollbackCounts() {
    deploy(FIRED.plusSeconds(60), Trigger.PIPELINE, Outcome.SUCCEEDED, "the-one-before");

    assertThat(deployments().mended(FIRED, OVER)).isTrue();
  }

  @Test
  void oneThatIsTakenBackCountsWhenItIs() {
    // given: begun before the firing, taken back after it
    Deployment begun = of(FIRED.minusSeconds(600), Trigger.PIPELINE, Outcome.ROLLED_BACK, null);
    log.add(
        new Deployment(
            begun.source(),
            begun.environment(),
            begun.outcome(),
            begun.trigger(),
            begun.release(),
            new Deployment.Times(
                begun.times().started(), null, FIRED.plusSeconds(300), FIRED.plusSeconds(300))));

    assertThat(deployments().mended(FIRED, OVER)).isTrue();
  }

  /** 1 − e^(−n/28 d × 1.5 h) is under 10 % for n up to 47. */
  @ParameterizedTest(name = "{0} in the 28 days before: {1}")
  @CsvSource({"0, true", "1, true", "47, true", "48, false", "300, false"})
  void oneByAPipelineCountsWhereItWouldHardlyHaveFallenThereAnyway(int before, boolean mended) {
    // given: one long ago, so that the rate is known
    deploy(FIRED.minus(Duration.ofDays(40)), Trigger.PIPELINE, Outcome.SUCCEEDED, null);
    for (int i = 1; i <= before; i++) {
      deploy(FIRED.minus(Duration.ofHours(2L * i)), Trigger.PIPELINE, Outcome.SUCCEEDED, null);
    }
    // when
    deploy(FIRED.plusSeconds(900), Trigger.PIPELINE, Outcome.SUCCEEDED, null);
    // then
    assertThat(deployments().mended(FIRED, OVER)).isEqualTo(mended);
    assertThat(1 - Math.exp(-47 / 28.0 * 1.5 / 24)).isLessThan(Deployments.CHANCE);
    assertThat(1 - Math.exp(-48 / 28.0 * 1.5 / 24)).isGreaterThan(Deployments.CHANCE);
  }

  @Test
  void oneByAPipelineSaysNothingWhileTheRateIsNotKnown() {
    deploy(FIRED.minus(Duration.ofDays(27)), Trigger.PIPELINE, Outcome.SUCCEEDED, null);
    deploy(FIRED.plusSeconds(900), Trigger.PIPELINE, Outcome.SUCCEEDED, null);

    assertThat(deployments().mended(FIRED, OVER)).isFalse();
  }

  @Test
  void ofAnOpenAlertOnlyPeopleSaySomething() {
    deploy(FIRED.minus(Duration.ofDays(40)), Trigger.PIPELINE, Outcome.SUCCEEDED, null);
    deploy(FIRED.plusSeconds(900), Trigger.PIPELINE, Outcome.SUCCEEDED, null);
    assertThat(deployments().mended(FIRED, null)).isFalse();

    deploy(FIRED.plus(Duration.ofDays(3)), Trigger.MANUAL, Outcome.SUCCEEDED, null);
    assertThat(deployments().mended(FIRED, null)).isTrue();
  }

  @ParameterizedTest(name = "{0} s before the firing: {1}")
  @CsvSource({"0, true", "1800, true", "1801, false", "-1, false"})
  void anAlertWithinHalfAnHourMayBeOfADeploymentsMaking(long seconds, boolean after) {
    deploy(FIRED.minusSeconds(seconds), Trigger.PIPELINE, Outcome.SUCCEEDED, null);

    assertThat(deployments().precede(FIRED)).isEqualTo(after);
  }

  private Deployments deployments() {
    return new Deployments(DeployLog.of(log), "production"::equals, Instant.EPOCH);
  }

  private void deploy(Instant at, Trigger trigger, Outcome outcome, @Nullable String undoes) {
    log.add(of(at, trigger, outcome, undoes));
  }

  private Deployment of(Instant at, Trigger trigger, Outcome outcome, @Nullable String undoes) {
    return new Deployment(
        "ci",
        "production",
        outcome,
        trigger,
        new Release("d" + log.size(), null, null, null, undoes),
        new Deployment.Times(at, at, at, at));
  }
}
