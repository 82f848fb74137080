package dev.muster.ingest.collector;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.ingest.fact.Candidate;
import dev.muster.ingest.fact.FactKind;
import dev.muster.ingest.fact.FieldErrors;
import dev.muster.schemas.fact.BackupOutcome;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one run of restic printed (JSON lines, other lines between them), with what it does not
 * print: the dataset, the operation and the exit code, given in the URL.
 */
final class Restic implements Collector {
  private static final Map<String, String> OPERATIONS =
      Map.of("backup", "BACKUP", "copy", "COPY", "restore", "RESTORE", "check", "VERIFY");
  private static final String EXIT_HEADER = Upload.EXIT_HEADER;

  @Override
  public String tool() {
    return "restic";
  }

  @Override
  public Reading read(Incoming incoming) {
    Reading reading = new Reading();
    FieldErrors errors = reading.errors();
    String said = incoming.parameter("operation").orElse("backup");
    String operation = OPERATIONS.get(said);
    if (operation == null) {
      errors.add("?operation", "backup, copy, restore or check", "something else");
    }
    need("service", incoming.service(), errors);
    need("dataset", incoming.parameter("dataset"), errors);
    OptionalInt exit = exit(incoming, errors);
    if (operation != null && errors.isEmpty()) {
      ResticOutput output = ResticOutput.of(new String(incoming.bytes(), UTF_8));
      String outcome = ResticOutcome.of(operation, exit, output).name();
      if (outcome.equals(BackupOutcome.INCONCLUSIVE.name())) {
        reading.warn(
            "Give ?exit= with restic's exit code; a dry run, or a backup of no file, proves nothing.");
      }
      reading.add(new Candidate(FactKind.BACKUP, fact(incoming, operation, outcome, output), ""));
    }
    return reading;
  }

  private static void need(String name, Optional<String> given, FieldErrors errors) {
    if (given.isEmpty()) {
      errors.add('?' + name, "its name", "nothing");
    }
  }

  /** Absent when nobody tells it; then nothing is proven. */
  private static OptionalInt exit(Incoming incoming, FieldErrors errors) {
    Optional<String> text = incoming.parameter("exit").or(() -> incoming.header(EXIT_HEADER));
    if (text.isPresent() && !text.get().matches("\\d{1,3}")) {
      errors.add("?exit", "restic's exit code, 0 to 255", "something else");
      return OptionalInt.empty();
    }
    return text.map(Integer::parseInt).map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  private static ObjectNode fact(
      Incoming incoming, String operation, String outcome, ResticOutput output) {
    JsonNode summary = output.summary();
    String snapshot =
        output.isDryRun() ? "" : Plain.name(summary.path("snapshot_id").asText()).orElse("");
    Optional<String> time =
        incoming.parameter("time").or(() -> instant(summary, "backup_end").map(Instant::toString));
    String run =
        snapshot.isEmpty()
            ? UploadId.of(incoming, incoming.header(EXIT_HEADER).orElse(""), time.isPresent())
            : snapshot;
    ObjectNode fact =
        Json.object()
            .put("id", incoming.parameter("id").orElse("restic-" + operation + '-' + run))
            .put("time", time.orElse(incoming.received().toString()))
            .put("operation", operation)
            .put("outcome", outcome);
    incoming.service().ifPresent(service -> fact.put("service", service));
    for (String name : new String[] {"dataset", "source", "target", "region"}) {
      incoming.parameter(name).ifPresent(text -> fact.put(name, text));
    }
    incoming.parameter("scope").ifPresent(scope -> fact.put("scope", scope));
    incoming.parameter("verified-by").ifPresent(by -> fact.put("verifiedBy", by));
    incoming.parameter("restored-from").ifPresent(from -> fact.put("restoredFrom", from));
    if (!snapshot.isEmpty()) {
      fact.put("backupId", snapshot);
    }
    output.bytes().ifPresent(bytes -> fact.put("bytes", bytes));
    output.millis().ifPresent(millis -> fact.put("durationMillis", millis));
    instant(summary, "backup_start").ifPresent(at -> fact.put("recoveryPoint", at.toString()));
    return fact;
  }

  /** Newer versions say it, with an offset; one that cannot be read is as good as none. */
  private static Optional<Instant> instant(JsonNode summary, String field) {
    return Time.of(summary.path(field), Optional.empty()) instanceof Time.At at
        ? Optional.of(at.instant())
        : Optional.empty();
  }
}
