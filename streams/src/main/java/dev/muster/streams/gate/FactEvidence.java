package dev.muster.streams.gate;

import dev.muster.core.catalogue.Strategy;
import dev.muster.core.gate.BackupEvidence;
import dev.muster.core.gate.DeployEvidence;
import dev.muster.core.gate.Evidence;
import dev.muster.core.gate.Origin;
import dev.muster.core.gate.Position;
import dev.muster.core.gate.Proof;
import dev.muster.core.gate.ScanEvidence;
import dev.muster.schemas.fact.Backup;
import dev.muster.schemas.fact.Deploy;
import dev.muster.schemas.fact.DeployStrategy;
import dev.muster.schemas.fact.Scan;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Facts in the words of the gates. The names of the enums are the same on both sides. */
public final class FactEvidence {
  private FactEvidence() {}

  /** Empty for a fact that proves nothing to a gate by itself. */
  public static Optional<Evidence> of(
      SpecificRecord fact, String subject, Instant received, Position position) {
    if (fact instanceof Scan scan) {
      return Optional.of(scan(scan, subject, received, position));
    } else if (fact instanceof Backup backup) {
      return Optional.of(backup(backup, subject, received, position));
    } else if (fact instanceof Deploy deploy) {
      return Optional.of(deploy(deploy, subject, received, position));
    }
    return Optional.empty();
  }

  private static Evidence scan(Scan fact, String subject, Instant received, Position position) {
    return new ScanEvidence(
        new Origin(fact.getId(), fact.getSource(), subject, fact.getTime(), received, position),
        fact.getCheck(),
        fact.getTarget(),
        new ScanEvidence.Place(
            fact.getEnvironment(), fact.getRef(), fact.getCommit(), fact.getImageDigest()),
        ScanEvidence.Outcome.valueOf(fact.getOutcome().name()),
        Proof.valueOf(fact.getProof().name()),
        fact.getValues(),
        new ScanEvidence.Report(fact.getTool(), report(fact), fact.getAttestedBy()));
  }

  /** Where it can be read, else what it must hash to: either one shows that there is one. */
  private static @Nullable String report(Scan fact) {
    String url = fact.getReportUrl();
    String sha256 = fact.getReportSha256();
    return url != null || sha256 == null ? url : "sha256:" + sha256;
  }

  private static Evidence backup(Backup fact, String subject, Instant received, Position position) {
    return new BackupEvidence(
        new Origin(fact.getId(), fact.getSource(), subject, fact.getTime(), received, position),
        fact.getDataset(),
        fact.getTarget(),
        BackupEvidence.Operation.valueOf(fact.getOperation().name()),
        BackupEvidence.Outcome.valueOf(fact.getOutcome().name()),
        BackupEvidence.Scope.valueOf(fact.getScope().name()),
        BackupEvidence.VerifiedBy.valueOf(fact.getVerifiedBy().name()),
        new BackupEvidence.Figures(
            fact.getBytes(),
            duration(fact.getDurationMillis()),
            fact.getRecoveryPoint(),
            fact.getEncrypted(),
            fact.getRegion(),
            fact.getOldestKept()));
  }

  private static Evidence deploy(Deploy fact, String subject, Instant received, Position position) {
    return new DeployEvidence(
        new Origin(fact.getId(), fact.getSource(), subject, fact.getTime(), received, position),
        fact.getEnvironment(),
        DeployEvidence.Outcome.valueOf(fact.getOutcome().name()),
        DeployEvidence.Trigger.valueOf(fact.getTrigger().name()),
        strategy(fact.getStrategy()),
        new DeployEvidence.Release(
            fact.getDeploymentId(),
            fact.getVersion(),
            fact.getCommit(),
            fact.getImageDigest(),
            fact.getRollbackOf()),
        duration(fact.getDurationMillis()));
  }

  private static @Nullable Strategy strategy(DeployStrategy told) {
    return told == DeployStrategy.UNKNOWN ? null : Strategy.valueOf(told.name());
  }

  private static @Nullable Duration duration(@Nullable Long millis) {
    return millis == null ? null : Duration.ofMillis(millis);
  }
}
