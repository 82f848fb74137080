package dev.muster.app.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A plain fact as ingest takes it.
 *
 * @param kind last word of the address
 * @param id unique for this run and part of it, the same each time it is sent
 */
record Fact(String kind, String id, String json) {

  /** A deployment has begun. */
  static Fact started(Subject subject, String runId, Instant time) {
    String id = runId + "-started";
    ObjectNode fact = common(subject, id, time).put("outcome", "STARTED");
    return new Fact("deploy", id, deploy(fact, subject, runId).toString());
  }

  /** The command has ended. */
  static Fact ended(
      Subject subject,
      String runId,
      Verdict verdict,
      Evidence evidence,
      Instant time,
      Duration took) {
    if (verdict.claim() instanceof Claim.Backup backup) {
      ObjectNode fact = common(subject, runId, time).put("outcome", succeeded(verdict.outcome()));
      return new Fact("backup", runId, backup(fact, subject, backup, took).toString());
    }
    if (verdict.claim() instanceof Claim.Scan scan) {
      ObjectNode fact = common(subject, runId, time).put("outcome", verdict.outcome().name());
      return new Fact("scan", runId, scan(fact, subject, scan, evidence).toString());
    }
    String id = runId + "-ended";
    ObjectNode fact =
        common(subject, id, time)
            .put("outcome", succeeded(verdict.outcome()))
            .put("durationMillis", took.toMillis());
    return new Fact("deploy", id, deploy(fact, subject, runId).toString());
  }

  private static ObjectNode common(Subject subject, String id, Instant time) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", id)
        .put("source", subject.source())
        .put("service", subject.service())
        .put("time", time.truncatedTo(ChronoUnit.MILLIS).toString());
  }

  private static ObjectNode backup(
      ObjectNode fact, Subject subject, Claim.Backup backup, Duration took) {
    fact.put("operation", backup.operation().name())
        .put("dataset", backup.dataset())
        .put("verifiedBy", backup.verifiedBy().name())
        .put("durationMillis", took.toMillis());
    backup.scope().ifPresent(scope -> fact.put("scope", scope.name()));
    backup.copy().recoveryPoint().ifPresent(at -> fact.put("recoveryPoint", at.toString()));
    backup.copy().encrypted().ifPresent(is -> fact.put("encrypted", is == Claim.Encrypted.YES));
    subject.target().ifPresent(target -> fact.put("target", target));
    boolean makes = backup.operation() == Claim.Operation.BACKUP;
    subject.ref().ifPresent(ref -> fact.put(makes ? "backupId" : "restoredFrom", ref.text()));
    return fact;
  }

  private static ObjectNode scan(
      ObjectNode fact, Subject subject, Claim.Scan scan, Evidence evidence) {
    fact.put("check", scan.check());
    subject.target().ifPresent(target -> fact.put("target", target));
    subject.environment().ifPresent(environment -> fact.put("environment", environment));
    subject.ref().ifPresent(ref -> fact.put(ref.field("ref"), ref.text()));
    evidence.reportSha256().ifPresent(sha256 -> fact.put("reportSha256", sha256));
    if (!evidence.values().byName().isEmpty()) {
      ObjectNode values = fact.putObject("values");
      evidence
          .values()
          .byName()
          .forEach((name, number) -> values.put(name, new BigDecimal(number)));
    }
    return fact;
  }

  private static ObjectNode deploy(ObjectNode fact, Subject subject, String runId) {
    fact.put("deploymentId", runId).put("trigger", subject.pipeline() ? "PIPELINE" : "MANUAL");
    subject.environment().ifPresent(environment -> fact.put("environment", environment));
    subject.ref().ifPresent(ref -> fact.put(ref.field("version"), ref.text()));
    return fact;
  }

  private static String succeeded(Outcome outcome) {
    return outcome == Outcome.PASSED ? "SUCCEEDED" : outcome.name();
  }
}
