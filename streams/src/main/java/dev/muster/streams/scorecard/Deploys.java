package dev.muster.streams.scorecard;

import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.catalogue.Service;
import dev.muster.core.gate.DeployEvidence;
import dev.muster.core.gate.Evidence;
import dev.muster.core.gate.EvidenceShelf;
import dev.muster.schemas.fact.DeployOutcome;
import dev.muster.schemas.fact.DeployTrigger;
import dev.muster.schemas.judgement.DeployScore;
import java.util.List;

/** The last deployments of a service to production. */
public final class Deploys {
  private static final int SHOWN = 5;

  private Deploys() {}

  /** Newest first. */
  public static List<DeployScore> of(Service service, EvidenceShelf own) {
    return own.of(EvidenceType.DEPLOY)
        .flatMap(stream -> stream.events().stream())
        .map(DeployEvidence.class::cast)
        .filter(deploy -> service.isProduction(deploy.environment()))
        .filter(deploy -> deploy.outcome() != DeployEvidence.Outcome.STARTED)
        .sorted(Evidence.BY_AGE.reversed())
        .limit(SHOWN)
        .map(Deploys::score)
        .toList();
  }

  private static DeployScore score(DeployEvidence deploy) {
    return DeployScore.newBuilder()
        .setEnvironment(deploy.environment())
        .setVersion(deploy.release().version())
        .setOutcome(DeployOutcome.valueOf(deploy.outcome().name()))
        .setTrigger(DeployTrigger.valueOf(deploy.trigger().name()))
        .setAt(deploy.time())
        .build();
  }
}
