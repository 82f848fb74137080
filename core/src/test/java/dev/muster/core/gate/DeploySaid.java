package dev.muster.core.gate;

import dev.muster.core.catalogue.Strategy;
import dev.muster.core.gate.DeployEvidence.Outcome;
import dev.muster.core.gate.DeployEvidence.Trigger;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A deployment in words; it succeeded, from a pipeline, unless said. */
record DeploySaid(
    String environment,
    Outcome outcome,
    Trigger trigger,
    @Nullable Strategy strategy,
    String commit,
    @Nullable String image,
    @Nullable Duration duration)
    implements Said {

  static DeploySaid deploy() {
    return deployTo("production");
  }

  static DeploySaid deployTo(String environment) {
    return new DeploySaid(environment, Outcome.SUCCEEDED, Trigger.PIPELINE, null, "c1", null, null);
  }

  static DeploySaid rollback() {
    return rollbackIn("production");
  }

  static DeploySaid rollbackIn(String environment) {
    return deployTo(environment).ended(Outcome.ROLLED_BACK);
  }

  DeploySaid byHand() {
    return new DeploySaid(environment, outcome, Trigger.MANUAL, strategy, commit, image, duration);
  }

  DeploySaid ended(Outcome how) {
    return new DeploySaid(environment, how, trigger, strategy, commit, image, duration);
  }

  DeploySaid by(Strategy how) {
    return new DeploySaid(environment, outcome, trigger, how, commit, image, duration);
  }

  DeploySaid commit(String what) {
    return new DeploySaid(environment, outcome, trigger, strategy, what, image, duration);
  }

  DeploySaid image(String digest) {
    return new DeploySaid(environment, outcome, trigger, strategy, commit, digest, duration);
  }

  DeploySaid took(Duration time) {
    return new DeploySaid(environment, outcome, trigger, strategy, commit, image, time);
  }

  @Override
  public String about() {
    return outcome == Outcome.ROLLED_BACK ? "rollback" : "deploy " + environment;
  }

  @Override
  public void at(World world, Instant instant) {
    Origin origin = world.origin("orders", instant, Duration.ZERO);
    world.say(
        new DeployEvidence(
            origin,
            environment,
            outcome,
            trigger,
            strategy,
            new DeployEvidence.Release(origin.id(), null, commit, image, null),
            duration));
  }
}
