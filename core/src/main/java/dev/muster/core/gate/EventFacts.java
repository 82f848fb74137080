package dev.muster.core.gate;

import dev.muster.core.catalogue.Dataset;
import dev.muster.core.catalogue.Service;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One event by the names a {@code must} can use.
 *
 * @param dataset the one it is about, absent when it is about none that is declared
 * @param stagedFirst whether its commit succeeded in staging before; absent when not known
 */
record EventFacts(
    Evidence event, Service service, @Nullable Dataset dataset, @Nullable Boolean stagedFirst)
    implements Facts {

  private static final String VALUES = "values.";
  private static final String SERVICE = "service.";
  private static final String DATASET = "dataset.";

  @Override
  public Optional<?> find(String name) {
    if (name.startsWith(SERVICE)) {
      return Optional.ofNullable(ofService(name.substring(SERVICE.length())));
    }
    if (name.startsWith(DATASET)) {
      return dataset == null
          ? Optional.empty()
          : Optional.ofNullable(ofDataset(dataset, name.substring(DATASET.length())));
    }
    if (name.equals("time")) {
      return Optional.of(event.time());
    }
    if (event instanceof ScanEvidence scan) {
      return Optional.ofNullable(ofScan(scan, name));
    }
    return Optional.ofNullable(
        event instanceof BackupEvidence backup
            ? ofBackup(backup, name)
            : ofDeploy((DeployEvidence) event, name));
  }

  private @Nullable Object ofService(String name) {
    return switch (name) {
      case "name" -> service.name();
      case "tier" -> (double) service.tier();
      case "peakPerSecond" -> service.peakPerSecond();
      default -> null;
    };
  }

  private static @Nullable Object ofDataset(Dataset dataset, String name) {
    return switch (name) {
      case "name" -> dataset.name();
      case "rpo" -> dataset.rpo();
      case "rto" -> dataset.rto();
      case "region" -> dataset.region();
      case "retention" -> dataset.retention();
      default -> null;
    };
  }

  private static @Nullable Object ofScan(ScanEvidence scan, String name) {
    if (name.startsWith(VALUES)) {
      return scan.values().get(name.substring(VALUES.length()));
    }
    return switch (name) {
      case "outcome" -> scan.outcome().name();
      case "check" -> scan.check();
      case "target" -> scan.part();
      case "environment" -> scan.place().environment();
      case "ref" -> scan.place().ref();
      case "commit" -> scan.place().commit();
      case "tool" -> scan.report().tool();
      case "report" -> scan.report().url();
      case "proof" -> scan.proof().name();
      default -> null;
    };
  }

  private static @Nullable Object ofBackup(BackupEvidence backup, String name) {
    BackupEvidence.Figures figures = backup.figures();
    return switch (name) {
      case "outcome" -> backup.outcome().name();
      case "operation" -> backup.operation().name();
      case "scope" -> backup.scope().name();
      case "verifiedBy" -> backup.verifiedBy().name();
      case "target" -> Objects.requireNonNullElse(backup.target(), backup.origin().source());
      case "region" -> figures.region();
      case "bytes" -> figures.bytes() == null ? null : (Object) figures.bytes().doubleValue();
      case "encrypted" -> figures.encrypted();
      case "recoveryPoint" -> figures.recoveryPoint();
      case "oldestKept" -> figures.oldestKept();
      case "duration" -> figures.duration();
      default -> null;
    };
  }

  private @Nullable Object ofDeploy(DeployEvidence deploy, String name) {
    return switch (name) {
      case "outcome" -> deploy.outcome().name();
      case "environment" -> deploy.environment();
      case "trigger" -> deploy.trigger().name();
      case "strategy" ->
          deploy.strategy() != null
              ? deploy.strategy().name()
              : service.deployStrategy() == null ? null : service.deployStrategy().name();
      case "commit" -> deploy.release().commit();
      case "version" -> deploy.release().version();
      case "duration" -> deploy.duration();
      case "stagedFirst" -> stagedFirst;
      default -> null;
    };
  }
}
