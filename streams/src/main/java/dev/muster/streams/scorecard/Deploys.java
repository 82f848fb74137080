package dev.muster.streams.scorecard;

import dev.muster.core.catalogue.Service;
import dev.muster.core.deploy.DeployLog;
import dev.muster.core.deploy.Deployment;
import dev.muster.schemas.fact.DeployOutcome;
import dev.muster.schemas.fact.DeployTrigger;
import dev.muster.schemas.judgement.DeployScore;
import java.util.List;
import java.util.Objects;

/** The last deployments of a service to production. */
public final class Deploys {
  private static final int SHOWN = 5;

  private Deploys() {}

  /** Those that came to an end, newest first. */
  public static List<DeployScore> of(Service service, DeployLog log) {
    return log.newestFirst().stream()
        .filter(deployment -> deployment.times().ended() != null)
        .filter(deployment -> service.isProduction(deployment.environment()))
        .limit(SHOWN)
        .map(Deploys::score)
        .toList();
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
