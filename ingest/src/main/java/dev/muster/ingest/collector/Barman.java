package dev.muster.ingest.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.muster.ingest.fact.FieldErrors;
import dev.muster.schemas.fact.BackupOperation;
import dev.muster.schemas.fact.BackupOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code barman -f json}: what {@code backup}, {@code show-backup} and {@code check} print. Names
 * of servers stand beside lists of messages, whose names begin with an underscore.
 */
final class Barman implements Collector {
  @Override
  public String tool() {
    return "barman";
  }

  @Override
  public Reading read(Incoming incoming) {
    Upload upload = new Upload(this, incoming);
    upload.need("dataset", "the dataset's name in the catalogue");
    JsonNode json =
        Json.parse(incoming.bytes(), "", upload.errors()).orElse(MissingNode.getInstance());
    if (upload.isFine() && !json.isObject()) {
      upload.errors().add("", "an object, as barman -f json prints", FieldErrors.kindOf(json));
    } else if (upload.isFine() && json.has("backup_id")) {
      backup(upload, json, json.path("server_name").asText(), json.path("_ERROR").size() > 0);
    } else if (upload.isFine()) {
      server(upload, json);
    }
    return upload.reading();
  }

  private static void server(Upload upload, JsonNode json) {
    Optional<String> wanted = upload.incoming().parameter("server");
    List<String> servers = new ArrayList<>();
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!name.startsWith("_") && wanted.orElse(name).equals(name)) {
                servers.add(name);
              }
            });
    boolean failed = json.path("_ERROR").size() > 0;
    if (servers.size() == 1) {
      JsonNode server = json.path(servers.get(0));
      if (server.has("backup_id") && !server.path("base_backup_information").isObject()) {
        upload
            .errors()
            .add(
                "base_backup_information",
                "an object, as barman show-backup prints",
                FieldErrors.kindOf(server.path("base_backup_information")));
      }
      if (server.has("backup_id")) {
        backup(upload, server, servers.get(0), failed);
      } else {
        check(upload, server, failed);
      }
    } else if (servers.isEmpty() && failed) {
      ReportTime time = upload.time(MissingNode.getInstance(), "");
      if (upload.isFine()) {
        new BackupFact(upload, BackupOperation.BACKUP).ended(BackupOutcome.ERROR, time);
      }
    } else {
      upload
          .errors()
          .add(
              "?server",
              "the one server that holds the dataset",
              servers.isEmpty() ? "none" : "several");
    }
  }

  private static void backup(Upload upload, JsonNode backup, String server, boolean failed) {
    Optional<String> id = Plain.name(backup.path("backup_id").asText());
    if (id.isEmpty() || Plain.name(server).isEmpty()) {
      upload
          .errors()
          .add(
              "backup_id",
              "Barman's id of the backup, and its server's name",
              FieldErrors.kindOf(backup.path("backup_id")));
    }
    Optional<BackupOutcome> outcome = outcome(backup.path("status").asText());
    if (outcome.isEmpty()) {
      upload
          .errors()
          .add(
              "status",
              "DONE, WAITING_FOR_WALS, FAILED, STARTED, SYNCING or EMPTY",
              FieldErrors.kindOf(backup.path("status")));
    }
    // What show-backup prints bears the second since 1970 as well, which needs no zone.
    JsonNode base = backup.path("base_backup_information");
    JsonNode shown = base.path("end_time_timestamp");
    JsonNode end = shown.isMissingNode() ? backup.path("end_time") : shown;
    ReportTime time = upload.time(end, shown.isMissingNode() ? "end_time" : "end_time_timestamp");
    Optional<Instant> start =
        shown.isMissingNode()
            ? Optional.empty()
            : upload.instant(base.path("begin_time_timestamp"), "begin_time_timestamp");
    if (upload.isFine()) {
      JsonNode size = shown.isMissingNode() ? backup.path("size") : base.path("disk_usage_bytes");
      BackupOutcome told = outcome.orElseThrow();
      new BackupFact(upload, BackupOperation.BACKUP)
          .backupId(id.orElse(""))
          .whyNothing("The backup is not complete yet: send show-backup once it is DONE.")
          .scope("FULL")
          .bytes(size.canConvertToLong() ? size.asLong() : -1)
          .lasted(start, time.instant())
          .recoveryPoint(time.known() ? Optional.of(time.instant()) : Optional.empty())
          .ended(
              failed && told == BackupOutcome.SUCCEEDED ? BackupOutcome.PARTIAL : told,
              time,
              server + '-' + id.orElse(""));
    }
  }

  /** A backup whose WAL files are not all there cannot be restored yet. */
  private static Optional<BackupOutcome> outcome(String status) {
    return switch (status) {
      case "DONE" -> Optional.of(BackupOutcome.SUCCEEDED);
      case "FAILED" -> Optional.of(BackupOutcome.FAILED);
      case "WAITING_FOR_WALS", "STARTED", "SYNCING", "EMPTY" ->
          Optional.of(BackupOutcome.INCONCLUSIVE);
      default -> Optional.empty();
    };
  }

  /** It asks whether backups could be made, and reads none of them. */
  private static void check(Upload upload, JsonNode checks, boolean failed) {
    boolean bad = failed;
    if (!checks.isObject() || checks.isEmpty()) {
      upload.errors().add("*", "a backup, or checks with their status", FieldErrors.kindOf(checks));
    }
    for (JsonNode check : checks) {
      String status = check.path("status").asText();
      if (!status.equals("OK") && !status.equals("FAILED")) {
        upload.errors().add("*.*.status", "OK or FAILED", FieldErrors.kindOf(check.path("status")));
      }
      bad |= !status.equals("OK");
    }
    ReportTime time = upload.time(MissingNode.getInstance(), "");
    if (upload.isFine()) {
      new BackupFact(upload, BackupOperation.VERIFY)
          .whyNothing("barman check reads no backup: it cannot prove one.")
          .ended(bad ? BackupOutcome.FAILED : BackupOutcome.INCONCLUSIVE, time);
    }
  }
}
