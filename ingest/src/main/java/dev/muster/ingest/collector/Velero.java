package dev.muster.ingest.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.muster.ingest.fact.FieldErrors;
import dev.muster.schemas.fact.BackupOperation;
import dev.muster.schemas.fact.BackupOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Velero's Backup and Restore, or a list of them ({@code -o json}). Whatever is not final is not
 * usable yet; counts of zero are left out by Velero.
 */
final class Velero implements Collector {
  private static final Set<String> ON_ITS_WAY =
      Set.of(
          "",
          "New",
          "Queued",
          "ReadyToStart",
          "InProgress",
          "WaitingForPluginOperations",
          "WaitingForPluginOperationsPartiallyFailed",
          "Finalizing",
          "FinalizingPartiallyFailed",
          "Deleting");

  /** What was begun, and what of it came to its end. */
  private static final List<List<String>> PAIRS =
      List.of(
          List.of("volumeSnapshotsAttempted", "volumeSnapshotsCompleted"),
          List.of("csiVolumeSnapshotsAttempted", "csiVolumeSnapshotsCompleted"),
          List.of("backupItemOperationsAttempted", "backupItemOperationsCompleted"),
          List.of("restoreItemOperationsAttempted", "restoreItemOperationsCompleted"));

  @Override
  public String tool() {
    return "velero";
  }

  @Override
  public Reading read(Incoming incoming) {
    Upload upload = new Upload(this, incoming);
    upload.need("dataset", "the dataset's name in the catalogue");
    JsonNode json =
        Json.parse(incoming.bytes(), "", upload.errors()).orElse(MissingNode.getInstance());
    JsonNode items = json.path("items");
    if (upload.isFine() && items.isArray()) {
      String schedule =
          upload.need("schedule", "the schedule whose runs hold the dataset, since this is a list");
      for (int i = 0; i < items.size() && !schedule.isEmpty(); i++) {
        if (schedule(items.path(i)).equals(schedule)) {
          resource(upload, items.path(i), "items[" + i + "].");
        }
      }
      if (upload.isFine() && upload.reading().candidates().isEmpty()) {
        upload.errors().add("items", "a run of ?schedule", "none of it");
      }
    } else if (upload.isFine()) {
      resource(upload, json, "");
    }
    return upload.reading();
  }

  private static String schedule(JsonNode item) {
    String label = item.path("metadata").path("labels").path("velero.io/schedule-name").asText();
    return label.isEmpty() ? item.path("spec").path("scheduleName").asText() : label;
  }

  private static void resource(Upload upload, JsonNode json, String path) {
    String kind = json.path("kind").asText();
    Optional<String> uid = Plain.name(json.path("metadata").path("uid").asText());
    if (!kind.equals("Backup") && !kind.equals("Restore")) {
      upload
          .errors()
          .add(
              path + "kind",
              "Backup or Restore, or a list of them",
              FieldErrors.kindOf(json.path("kind")));
    }
    if (uid.isEmpty()) {
      upload
          .errors()
          .add(
              path + "metadata.uid",
              "its uid",
              FieldErrors.kindOf(json.path("metadata").path("uid")));
    }
    JsonNode status = json.path("status");
    Optional<BackupOutcome> outcome = outcome(status);
    if (outcome.isEmpty()) {
      upload
          .errors()
          .add(
              path + "status.phase", "a phase of Velero", FieldErrors.kindOf(status.path("phase")));
    }
    Optional<Instant> end =
        upload.instant(status.path("completionTimestamp"), path + "status.completionTimestamp");
    Optional<Instant> start =
        upload.instant(status.path("startTimestamp"), path + "status.startTimestamp");
    if (upload.isFine()) {
      ReportTime time = new ReportTime(end.orElse(upload.incoming().received()), end.isPresent());
      fact(upload, json, kind.equals("Restore"), start)
          .whyNothing("It is not complete yet, or says of no item that it was handled.")
          .lasted(start, time.instant())
          .ended(outcome.orElseThrow(), time, uid.orElse(""));
    }
  }

  private static BackupFact fact(
      Upload upload, JsonNode json, boolean restore, Optional<Instant> start) {
    return restore
        ? new BackupFact(upload, BackupOperation.RESTORE)
            .restoredFrom(json.path("spec").path("backupName").asText())
        : new BackupFact(upload, BackupOperation.BACKUP)
            .backupId(json.path("metadata").path("name").asText())
            .target(json.path("spec").path("storageLocation").asText())
            .recoveryPoint(start);
  }

  /** Empty when the phase is none of Velero's. */
  private static Optional<BackupOutcome> outcome(JsonNode status) {
    JsonNode phase = status.path("phase");
    boolean readable = phase.isTextual() || phase.isMissingNode() || phase.isNull();
    String word = phase.isTextual() ? phase.asText() : "";
    if (!readable || !(status.isObject() || status.isMissingNode())) {
      return Optional.empty();
    } else if (ON_ITS_WAY.contains(word)) {
      return Optional.of(BackupOutcome.INCONCLUSIVE);
    }
    return switch (word) {
      case "Completed" -> Optional.of(completed(status));
      case "PartiallyFailed" -> Optional.of(BackupOutcome.PARTIAL);
      case "Failed", "FailedValidation" -> Optional.of(BackupOutcome.FAILED);
      default -> Optional.empty();
    };
  }

  /** Completed with less than it began is partial; with nothing it proves nothing. */
  private static BackupOutcome completed(JsonNode status) {
    JsonNode progress = status.path("progress");
    boolean lacks = counted(status, "errors") > 0;
    for (List<String> pair : PAIRS) {
      lacks |= counted(status, pair.get(0)) > counted(status, pair.get(1));
    }
    if (lacks) {
      return BackupOutcome.PARTIAL;
    } else if (!PAIRS.stream().flatMap(List::stream).allMatch(name -> isCount(status.path(name)))
        || !isCount(status.path("errors"))
        || !isCount(progress.path("totalItems"))) {
      return BackupOutcome.INCONCLUSIVE;
    }
    long items = Math.max(counted(progress, "itemsBackedUp"), counted(progress, "itemsRestored"));
    return items > 0 && items >= counted(progress, "totalItems")
        ? BackupOutcome.SUCCEEDED
        : BackupOutcome.INCONCLUSIVE;
  }

  private static boolean isCount(JsonNode node) {
    return node.isMissingNode() || node.isIntegralNumber();
  }

  private static long counted(JsonNode node, String name) {
    return node.path(name).isIntegralNumber() ? node.path(name).asLong() : 0;
  }
}
