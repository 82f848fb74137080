package dev.muster.ingest.collector;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.muster.ingest.fact.FieldErrors;
import dev.muster.schemas.fact.BackupOperation;
import dev.muster.schemas.fact.BackupOutcome;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one run of borg printed, with its exit code: {@code create --json} by default, or {@code
 * ?operation=check} and {@code extract}, which say nothing when all is well.
 */
final class Borg implements Collector {
  private static final int WARNING = 1;

  /** Newer versions tell warnings apart by codes of 100 to 127. */
  private static final int FIRST_WARNING = 100;

  private static final int LAST_WARNING = 127;

  @Override
  public String tool() {
    return "borg";
  }

  @Override
  public Reading read(Incoming incoming) {
    Upload upload = new Upload(this, incoming);
    upload.need("dataset", "the dataset's name in the catalogue");
    OptionalInt exit = upload.exit();
    switch (incoming.parameter("operation").orElse("create")) {
      case "create" -> create(upload, exit);
      case "check" -> silent(upload, exit, BackupOperation.VERIFY);
      case "extract" -> silent(upload, exit, BackupOperation.RESTORE);
      default -> upload.errors().add("?operation", "create, check or extract", "something else");
    }
    return upload.reading();
  }

  private static boolean isWarning(int exit) {
    return exit == WARNING || (exit >= FIRST_WARNING && exit <= LAST_WARNING);
  }

  private static void create(Upload upload, OptionalInt exit) {
    byte[] body = upload.incoming().bytes();
    boolean broke = exit.isPresent() && exit.getAsInt() != 0 && !isWarning(exit.getAsInt());
    if (broke && upload.isFine()) {
      ReportTime time = upload.time(MissingNode.getInstance(), "");
      new BackupFact(upload, BackupOperation.BACKUP).ended(BackupOutcome.ERROR, time);
      return;
    }
    JsonNode json = Json.parse(body, "", upload.errors()).orElse(MissingNode.getInstance());
    JsonNode archive = json.path("archive");
    Optional<String> id = Plain.name(archive.path("id").asText());
    if (upload.isFine() && (!archive.isObject() || id.isEmpty())) {
      upload
          .errors()
          .add(
              "archive",
              "an archive with its id, as borg create --json prints",
              FieldErrors.kindOf(archive));
    }
    ReportTime time = upload.time(archive.path("end"), "archive.end");
    Optional<Instant> start =
        time.known() && upload.incoming().parameter("time").isPresent()
            ? Optional.empty()
            : upload.instant(archive.path("start"), "archive.start");
    if (upload.isFine()) {
      JsonNode mode = json.path("encryption").path("mode");
      BackupFact fact =
          new BackupFact(upload, BackupOperation.BACKUP)
              .backupId(id.orElse(""))
              .whyNothing("Give ?exit= with borg's exit code, and back up at least one file.")
              .bytes(archive.path("stats").path("original_size").asLong(-1))
              .lasted(start, time.instant())
              .recoveryPoint(start);
      if (mode.isTextual()) {
        fact.encrypted(!mode.asText().equals("none"));
      }
      fact.ended(outcome(exit, archive), time, id.orElse(""));
    }
  }

  private static BackupOutcome outcome(OptionalInt exit, JsonNode archive) {
    if (exit.isEmpty() || archive.path("stats").path("nfiles").asLong() < 1) {
      return BackupOutcome.INCONCLUSIVE;
    }
    return exit.getAsInt() == 0 ? BackupOutcome.SUCCEEDED : BackupOutcome.PARTIAL;
  }

  /** The exit code is all there is; what it printed can only make it worse. */
  private static void silent(Upload upload, OptionalInt exit, BackupOperation operation) {
    String text = new String(upload.incoming().bytes(), UTF_8);
    ReportTime time = upload.time(MissingNode.getInstance(), "");
    if (upload.isFine()) {
      BackupFact fact =
          new BackupFact(upload, operation)
              .whyNothing("Give ?exit= with borg's exit code; it must not warn of anything.");
      if (operation == BackupOperation.VERIFY) {
        fact.verifiedBy("CHECKSUM");
      }
      fact.ended(silent(exit, operation, text), time);
    }
  }

  private static BackupOutcome silent(OptionalInt exit, BackupOperation operation, String text) {
    if (exit.isEmpty()) {
      return BackupOutcome.INCONCLUSIVE;
    } else if (exit.getAsInt() != 0 && !isWarning(exit.getAsInt())) {
      return BackupOutcome.ERROR;
    } else if (exit.getAsInt() != 0) {
      return operation == BackupOperation.VERIFY ? BackupOutcome.FAILED : BackupOutcome.PARTIAL;
    }
    boolean complains = text.contains("ERROR") || text.contains("WARNING");
    return complains ? BackupOutcome.INCONCLUSIVE : BackupOutcome.SUCCEEDED;
  }
}
