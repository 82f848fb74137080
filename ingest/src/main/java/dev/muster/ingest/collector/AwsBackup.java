package dev.muster.ingest.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.muster.ingest.fact.FieldErrors;
import dev.muster.schemas.fact.BackupOperation;
import dev.muster.schemas.fact.BackupOutcome;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * AWS Backup's job events as EventBridge sends them. Percent and size are no measure of a restore:
 * one that completed says 0 of both.
 */
final class AwsBackup implements Collector {
  /** What a job is, and the field with its id. */
  private record Job(BackupOperation operation, String id) {}

  private static final Map<String, Job> JOBS =
      Map.of(
          "Backup Job State Change", new Job(BackupOperation.BACKUP, "backupJobId"),
          "Copy Job State Change", new Job(BackupOperation.COPY, "copyJobId"),
          "Restore Job State Change", new Job(BackupOperation.RESTORE, "restoreJobId"));

  @Override
  public String tool() {
    return "aws-backup";
  }

  @Override
  public Reading read(Incoming incoming) {
    Upload upload = new Upload(this, incoming);
    upload.need("dataset", "the dataset's name in the catalogue");
    JsonNode event =
        Json.parse(incoming.bytes(), "", upload.errors()).orElse(MissingNode.getInstance());
    if (upload.isFine()) {
      Job job = JOBS.get(event.path("detail-type").asText());
      if (job == null) {
        upload
            .errors()
            .add(
                "detail-type",
                "Backup, Copy or Restore Job State Change",
                FieldErrors.kindOf(event.path("detail-type")));
      } else {
        job(upload, event, job);
      }
    }
    return upload.reading();
  }

  private static void job(Upload upload, JsonNode event, Job job) {
    JsonNode detail = event.path("detail");
    Optional<String> id = Plain.name(detail.path(job.id()).asText());
    if (id.isEmpty()) {
      upload
          .errors()
          .add("detail." + job.id(), "the job's id", FieldErrors.kindOf(detail.path(job.id())));
    }
    // A restore says status, but state when it is created.
    JsonNode state = detail.has("status") ? detail.path("status") : detail.path("state");
    Optional<BackupOutcome> outcome =
        detail.has("validationStatus")
            ? validated(detail)
            : outcome(state.asText(), detail.path("statusMessage"));
    if (outcome.isEmpty()) {
      upload
          .errors()
          .add("detail.state", "a state of AWS Backup's jobs", FieldErrors.kindOf(state));
    }
    JsonNode completed = detail.path("completionDate");
    boolean ended = completed.isTextual();
    ReportTime time =
        upload.time(
            ended ? completed : event.path("time"), ended ? "detail.completionDate" : "time");
    Optional<Instant> start = upload.instant(detail.path("creationDate"), "detail.creationDate");
    if (upload.isFine()) {
      fact(detail, job, new BackupFact(upload, job.operation()), event)
          .whyNothing("The job has not come to its end: a later event will say more.")
          .lasted(start, time.instant())
          .recoveryPoint(job.operation() == BackupOperation.BACKUP ? start : Optional.empty())
          .ended(outcome.orElseThrow(), time, id.orElse(""));
    }
  }

  private static BackupFact fact(JsonNode detail, Job job, BackupFact fact, JsonNode event) {
    if (job.operation() == BackupOperation.RESTORE) {
      return fact.restoredFrom(detail.path("recoveryPointArn").asText());
    }
    fact.bytes(detail.path("backupSizeInBytes").asLong(-1));
    if (job.operation() == BackupOperation.COPY) {
      String vault = detail.path("destinationBackupVaultArn").asText();
      return fact.target(vault)
          .region(region(vault))
          .backupId(detail.path("destinationRecoveryPointArn").asText());
    }
    return fact.target(detail.path("backupVaultArn").asText())
        .region(event.path("region").asText())
        .backupId(event.path("resources").path(0).asText());
  }

  /** The fourth part of {@code arn:aws:backup:region:account:…}. */
  private static String region(String arn) {
    String[] parts = arn.split(":", -1);
    return parts.length > 3 ? parts[3] : "";
  }

  /** A restore test tells what its check found after the restore, in an event of its own. */
  private static Optional<BackupOutcome> validated(JsonNode detail) {
    return switch (detail.path("validationStatus").asText()) {
      case "FAILED" -> Optional.of(BackupOutcome.FAILED);
      case "TIMED_OUT", "VALIDATING" -> Optional.of(BackupOutcome.INCONCLUSIVE);
      case "SUCCESSFUL" -> outcome(detail.path("status").asText(), detail.path("statusMessage"));
      default -> Optional.empty();
    };
  }

  /** Completed with a message is completed with issues. Empty when the state is none of AWS's. */
  private static Optional<BackupOutcome> outcome(String state, JsonNode message) {
    boolean said = !message.isMissingNode() && !message.isNull() && !message.asText("?").isBlank();
    return switch (state) {
      case "COMPLETED" -> Optional.of(said ? BackupOutcome.PARTIAL : BackupOutcome.SUCCEEDED);
      case "PARTIAL" -> Optional.of(BackupOutcome.PARTIAL);
      case "FAILED", "ABORTED", "EXPIRED" -> Optional.of(BackupOutcome.FAILED);
      case "CREATED", "PENDING", "RUNNING", "ABORTING" -> Optional.of(BackupOutcome.INCONCLUSIVE);
      default -> Optional.empty();
    };
  }
}
