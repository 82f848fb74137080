package dev.muster.streams.scorecard;

import dev.muster.core.catalogue.Service;
import dev.muster.core.deploy.ChangeFigures;
import dev.muster.core.deploy.DeployLog;
import dev.muster.core.deploy.Deployment;
import dev.muster.core.deploy.Failure;
import dev.muster.schemas.fact.DeployOutcome;
import dev.muster.schemas.fact.DeployTrigger;
import dev.muster.schemas.judgement.DeployScore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * How a service was deployed to production.
 *
 * @param last those that came to an end, newest first
 */
public record Deploys(List<DeployScore> last, ChangeFigures figures) {
  private static final int SHOWN = 5;

  /**
   * As of an instant.
   *
   * @param failures pages of the service
   */
  public static Deploys of(
      Service service, DeployLog log, Collection<Failure> failures, Instant now) {
    List<Deployment> production =
        log.newestFirst().stream()
            .filter(deployment -> service.isProduction(deployment.environment()))
            .toList();
    return new Deploys(
        production.stream()
            .filter(deployment -> deployment.times().ended() != null)
            .limit(SHOWN)
            .map(Deploys::score)
            .toList(),
        ChangeFigures.of(production, failures, now));
  }

  private static DeployScore score(Deployment deployment) {
    return DeployScore.newBuilder()
        .setEnvironment(deployment.environment())
        .setVersion(deployment.release().version())
        .setOutcome(DeployOutcome.valueOf(deployment.outcome().name()))
        .setTrigger(DeployTrigger.valueOf(deployment.trigger().name()))
        .setAt(Objects.requireNonNull(deployment.times().ended()))
        .build();
  }
}
