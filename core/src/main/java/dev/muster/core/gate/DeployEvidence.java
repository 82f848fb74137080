package dev.muster.core.gate;

import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.catalogue.Strategy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A release went somewhere.
 *
 * @param strategy how, absent when the event does not say
 */
public record DeployEvidence(
    Origin origin,
    String environment,
    Outcome outcome,
    Trigger trigger,
    @Nullable Strategy strategy,
    Release release,
    @Nullable Duration duration)
    implements Evidence {

  /** How it ended, or that it began. */
  public enum Outcome {
    UNKNOWN,
    STARTED,
    SUCCEEDED,
    FAILED,
    ABORTED,
    ROLLED_BACK
  }

  /** What set it off. */
  public enum Trigger {
    UNKNOWN,
    PIPELINE,
    MANUAL
  }

  /**
   * What went there.
   *
   * @param rollbackOf the deployment that this one undid, absent when it is none
   */
  public record Release(
      String deploymentId,
      @Nullable String version,
      @Nullable String commit,
      @Nullable String imageDigest,
      @Nullable String rollbackOf) {}

  @Override
  public StreamKey stream() {
    return new StreamKey(EvidenceType.DEPLOY, environment, "");
  }

  @Override
  public Object combination() {
    return List.of(outcome, trigger, Optional.ofNullable(strategy), duration != null);
  }
}
