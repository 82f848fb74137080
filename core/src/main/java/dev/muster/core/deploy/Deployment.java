package dev.muster.core.deploy;

import dev.muster.core.gate.DeployEvidence;
import dev.muster.core.gate.DeployEvidence.Outcome;
import dev.muster.core.gate.DeployEvidence.Release;
import dev.muster.core.gate.DeployEvidence.Trigger;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
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
   * @param failed when it first failed; absent: it never did, as far as told
   */
  public record Times(
      @Nullable Instant started,
      @Nullable Instant succeeded,
      @Nullable Instant ended,
      Instant told,
      @Nullable Instant failed) {

    /** Of one that is not told to have failed. */
    public Times(
        @Nullable Instant started,
        @Nullable Instant succeeded,
        @Nullable Instant ended,
        Instant told) {
      this(started, succeeded, ended, told, null);
    }
  }

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
            step.time(),
            outcome == Outcome.FAILED ? step.time() : null));
  }

  private static @Nullable Instant begun(DeployEvidence step) {
    if (step.outcome() == Outcome.STARTED) {
      return step.time();
    }
    return step.duration() == null ? null : step.time().minus(step.duration());
  }

  /** Whether it takes another one back. */
  public boolean isRollback() {
    return release.rollbackOf() != null;
  }

  /** From when on it could break something. */
  Instant begun() {
    Instant started = times.started();
    return started == null ? Objects.requireNonNullElse(came(), times.told()) : started;
  }

  /** When it came to run, or else to its end; absent while it is under way. */
  @Nullable Instant came() {
    return either(times.succeeded(), times.ended());
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
            earlier(times.started(), later.times().started()),
            earlier(times.succeeded(), later.times().succeeded()),
            either(later.times().ended(), times.ended()),
            later.times().told(),
            earlier(times.failed(), later.times().failed())));
  }

  /** Steps come in any order: one between two others is told of last at times. */
  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }

  private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
    return first == null ? second : first;
  }
}
