package dev.muster.core.gate;

import dev.muster.core.gate.BackupEvidence.Operation;
import dev.muster.core.gate.BackupEvidence.Outcome;
import dev.muster.core.gate.BackupEvidence.Scope;
import dev.muster.core.gate.BackupEvidence.VerifiedBy;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backup, a copy or a restore in words; it succeeded, whole and verified, unless said.
 *
 * @param recoveryPoint how old the data was
 * @param oldestKept how old the oldest backup was
 */
record BackupSaid(
    Operation operation,
    String dataset,
    Outcome outcome,
    Scope scope,
    VerifiedBy verifiedBy,
    @Nullable Duration duration,
    @Nullable Duration recoveryPoint,
    @Nullable Boolean encrypted,
    @Nullable String region,
    @Nullable Duration oldestKept)
    implements Said {

  static BackupSaid backup() {
    return of(Operation.BACKUP).verified(VerifiedBy.NONE);
  }

  static BackupSaid copy() {
    return of(Operation.COPY).verified(VerifiedBy.NONE);
  }

  static BackupSaid restore() {
    return of(Operation.RESTORE);
  }

  private static BackupSaid of(Operation operation) {
    return new BackupSaid(
        operation,
        "orders-db",
        Outcome.SUCCEEDED,
        Scope.FULL,
        VerifiedBy.CHECKSUM,
        null,
        null,
        null,
        null,
        null);
  }

  BackupSaid of(String name) {
    return with(name, outcome, scope, verifiedBy);
  }

  BackupSaid ended(Outcome how) {
    return with(dataset, how, scope, verifiedBy);
  }

  BackupSaid part() {
    return with(dataset, outcome, Scope.PART, verifiedBy);
  }

  BackupSaid verified(VerifiedBy how) {
    return with(dataset, outcome, scope, how);
  }

  private BackupSaid with(String name, Outcome how, Scope much, VerifiedBy verified) {
    return new BackupSaid(
        operation,
        name,
        how,
        much,
        verified,
        duration,
        recoveryPoint,
        encrypted,
        region,
        oldestKept);
  }

  BackupSaid took(Duration time) {
    return new BackupSaid(
        operation,
        dataset,
        outcome,
        scope,
        verifiedBy,
        time,
        recoveryPoint,
        encrypted,
        region,
        oldestKept);
  }

  BackupSaid losing(Duration age) {
    return new BackupSaid(
        operation,
        dataset,
        outcome,
        scope,
        verifiedBy,
        duration,
        age,
        encrypted,
        region,
        oldestKept);
  }

  BackupSaid encrypted(boolean yes) {
    return new BackupSaid(
        operation,
        dataset,
        outcome,
        scope,
        verifiedBy,
        duration,
        recoveryPoint,
        yes,
        region,
        oldestKept);
  }

  BackupSaid in(String where) {
    return new BackupSaid(
        operation,
        dataset,
        outcome,
        scope,
        verifiedBy,
        duration,
        recoveryPoint,
        encrypted,
        where,
        oldestKept);
  }

  BackupSaid keeping(Duration age) {
    return new BackupSaid(
        operation,
        dataset,
        outcome,
        scope,
        verifiedBy,
        duration,
        recoveryPoint,
        encrypted,
        region,
        age);
  }

  @Override
  public String about() {
    return operation.name();
  }

  @Override
  public void at(World world, Instant instant) {
    world.say(
        new BackupEvidence(
            world.origin("orders", instant, Duration.ZERO),
            dataset,
            null,
            operation,
            outcome,
            scope,
            verifiedBy,
            new BackupEvidence.Figures(
                null,
                duration,
                recoveryPoint == null ? null : instant.minus(recoveryPoint),
                encrypted,
                region,
                oldestKept == null ? null : instant.minus(oldestKept))));
  }
}
