package dev.muster.ingest.collector;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.ingest.fact.Candidate;
import dev.muster.ingest.fact.FactKind;
import dev.muster.schemas.fact.BackupOperation;
import dev.muster.schemas.fact.BackupOutcome;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** One backup, copy, restore or verification, as it is put together from a report and its URL. */
final class BackupFact {
  private final Upload upload;
  private final ObjectNode json = Json.object();
  private String whyNothing = "";

  BackupFact(Upload upload, BackupOperation operation) {
    this.upload = upload;
    json.put("operation", operation.name());
  }

  /** What the tool calls the backup made, copied or verified. */
  BackupFact backupId(String id) {
    return text("backupId", id);
  }

  BackupFact restoredFrom(String id) {
    return text("restoredFrom", id);
  }

  BackupFact region(String region) {
    return text("region", region);
  }

  BackupFact target(String target) {
    return text("target", target);
  }

  BackupFact scope(String scope) {
    return text("scope", scope);
  }

  BackupFact verifiedBy(String by) {
    return text("verifiedBy", by);
  }

  private BackupFact text(String field, String text) {
    Plain.name(text).ifPresent(plain -> json.put(field, plain));
    return this;
  }

  BackupFact encrypted(boolean encrypted) {
    json.put("encrypted", encrypted);
    return this;
  }

  /** Negative means not told. */
  BackupFact bytes(long bytes) {
    if (bytes >= 0) {
      json.put("bytes", bytes);
    }
    return this;
  }

  /** Of a start after its end nothing is told. */
  BackupFact lasted(Optional<Instant> from, Instant to) {
    from.map(start -> to.toEpochMilli() - start.toEpochMilli())
        .filter(millis -> millis >= 0)
        .ifPresent(millis -> json.put("durationMillis", millis));
    return this;
  }

  BackupFact recoveryPoint(Optional<Instant> instant) {
    instant.ifPresent(point -> json.put("recoveryPoint", point.toString()));
    return this;
  }

  BackupFact oldestKept(Instant instant) {
    json.put("oldestKept", instant.toString());
    return this;
  }

  /**
   * Adds it to what was read.
   *
   * @param run the tool's own id of it; a run that goes on has one fact for each outcome
   */
  void ended(BackupOutcome outcome, ReportTime time, String run) {
    add(outcome, time, upload.tool() + '-' + run + '-' + outcome.name().toLowerCase(Locale.ROOT));
  }

  /** Adds one whose tool names no run. */
  void ended(BackupOutcome outcome, ReportTime time) {
    String operation = json.path("operation").asText().toLowerCase(Locale.ROOT);
    add(outcome, time, upload.id(operation, time.known()));
  }

  /** What its sender is told where it proved nothing; the first that is given. */
  BackupFact whyNothing(String sentence) {
    whyNothing = whyNothing.isEmpty() ? sentence : whyNothing;
    return this;
  }

  private void add(BackupOutcome outcome, ReportTime time, String id) {
    if (outcome == BackupOutcome.INCONCLUSIVE && !whyNothing.isEmpty()) {
      upload.reading().warn(whyNothing);
    }
    json.put("id", id).put("time", time.instant().toString()).put("outcome", outcome.name());
    upload.tell(json, "dataset", "target", "region", "scope");
    upload.incoming().parameter("verified-by").ifPresent(by -> json.put("verifiedBy", by));
    upload.incoming().parameter("restored-from").ifPresent(from -> json.put("restoredFrom", from));
    upload.add(new Candidate(FactKind.BACKUP, json, ""));
  }
}
