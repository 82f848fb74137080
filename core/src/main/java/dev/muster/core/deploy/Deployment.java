package dev.muster.core.deploy;

import dev.muster.core.gate.DeployEvidence;
import dev.muster.core.gate.DeployEvidence.Outcome;
import dev.muster.core.gate.DeployEvidence.Release;
import dev.muster.core.gate.DeployEvidence.Trigger;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One deployment of a service to one environment: what all its steps say together.
 *
 * @param source who tells of it; a deployment's id is unique within it
 * @param outcome of the newest step
 * @param release the newest word on each; {@code rollbackOf} names the deployment it took back
 */
public record Deployment(
    String source,
    String environment,
    Outcome outcome,
    Trigger trigger,
    Release release,
    Times times) {

  /** The newest step last. */
  public static final Comparator<Deployment> BY_AGE =
      Comparator.<Deployment, Instant>comparing(deployment -> deployment.times().told())
          .thenComparing(Deployment::source)
          .thenComparing(Deployment::environment)
          .thenComparing(deployment -> deployment.release().deploymentId());

  /**
   * When what of it happened.
   *
   * @param started absent: no step says it, nor how long it took
   * @param succeeded when it first ran; absent: it never did, as far as told
   * @param ended when it came to its outcome; absent while it is under way
   * @param told the newest step
   */
  public record Times(
      @Nullable Instant started,
      @Nullable Instant succeeded,
      @Nullable Instant ended,
      Instant told) {}

  /** What one deployment is known by. */
  public record Id(String source, String environment, String deploymentId) {}

  /** As its first step tells it. */
  public static Deployment of(DeployEvidence step) {
    Outcome outcome = step.outcome();
    return new Deployment(
        step.origin().source(),
        step.environment(),
        outcome,
        step.trigger(),
        step.release(),
        new Times(
            begun(step),
            outcome == Outcome.SUCCEEDED ? step.time() : null,
            outcome == Outcome.STARTED ? null : step.time(),
            step.time()));
  }

  private static @Nullable Instant begun(DeployEvidence step) {
    if (step.outcome() == Outcome.STARTED) {
      return step.time();
    }
    return step.duration() == null ? null : step.time().minus(step.duration());
  }

  public Id id() {
    return new Id(source, environment, release.deploymentId());
  }

  /** With one more step of it, in whichever order they were told. */
  Deployment with(DeployEvidence step) {
    Deployment more = of(step);
    return step.time().isBefore(times.told()) ? more.followedBy(this) : followedBy(more);
  }

  private Deployment followedBy(Deployment later) {
    return new Deployment(
        source,
        environment,
        later.outcome(),
        later.trigger() == Trigger.UNKNOWN ? trigger : later.trigger(),
        new Release(
            release.deploymentId(),
            either(later.release().version(), release.version()),
            either(later.release().commit(), release.commit()),
            either(later.release().imageDigest(), release.imageDigest()),
            either(later.release().rollbackOf(), release.rollbackOf())),
        new Times(
            either(times.started(), later.times().started()),
            either(times.succeeded(), later.times().succeeded()),
            either(later.times().ended(), times.ended()),
            later.times().told()));
  }

  private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
    return first == null ? second : first;
  }
}
