package dev.muster.ingest.collector;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.ingest.fact.FactKind;
import dev.muster.ingest.fact.FieldErrors;
import dev.muster.schemas.fact.BackupOperation;
import dev.muster.schemas.fact.BackupOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * {@code pgbackrest info --output=json}, a fact for each backup kept; with {@code
 * ?operation=verify} what {@code verify --output=text} printed. That info says "ok" verifies
 * nothing, and a backup that failed does not stand in it.
 */
final class PgBackRest implements Collector {
  /** Of one upload; a repository that keeps more sent the older ones before. */
  private static final int NEWEST = 100;

  @Override
  public String tool() {
    return "pgbackrest";
  }

  @Override
  public Reading read(Incoming incoming) {
    Upload upload = new Upload(this, incoming);
    upload.need("dataset", "the dataset's name in the catalogue");
    switch (incoming.parameter("operation").orElse("info")) {
      case "info" -> info(upload);
      case "verify" -> PgBackRestVerify.read(upload);
      default -> upload.errors().add("?operation", "info or verify", "something else");
    }
    return upload.reading();
  }

  private static void info(Upload upload) {
    JsonNode stanzas = Json.parse(upload.incoming().bytes(), "", upload.errors()).orElse(null);
    if (stanzas == null) {
      return;
    }
    Optional<String> wanted = upload.incoming().parameter("stanza");
    int found = 0;
    for (int i = 0; i < stanzas.size() && stanzas.isArray(); i++) {
      JsonNode stanza = stanzas.path(i);
      if (wanted.isEmpty() || stanza.path("name").asText().equals(wanted.get())) {
        found++;
        stanza(upload, stanza, "[" + i + ']');
      }
    }
    if (!stanzas.isArray() || (found == 0 && wanted.isEmpty())) {
      upload
          .errors()
          .add(
              "",
              "a list of stanzas, as pgbackrest info --output=json prints",
              FieldErrors.kindOf(stanzas));
    } else if (found != 1) {
      upload
          .errors()
          .add(
              "?stanza",
              "the one stanza that holds the dataset",
              found == 0 ? "one that is not there" : "several stanzas");
    }
  }

  private static void stanza(Upload upload, JsonNode stanza, String path) {
    JsonNode backups = stanza.path("backup");
    JsonNode code = stanza.path("status").path("code");
    if (!code.isIntegralNumber()) {
      upload.errors().add(path + ".status.code", "a number", FieldErrors.kindOf(code));
    }
    if (!backups.isArray() || Plain.name(stanza.path("name").asText()).isEmpty()) {
      upload
          .errors()
          .add(path, "a stanza with its name and its list of backups", FieldErrors.kindOf(stanza));
      return;
    }
    List<Kept> kept = new ArrayList<>();
    for (int i = 0; i < backups.size(); i++) {
      Kept.of(upload, backups.path(i), path + ".backup[" + i + ']').ifPresent(kept::add);
    }
    if (!upload.isFine()) {
      return;
    }
    if (kept.isEmpty()) {
      boolean missing = code.asInt() == 1 || code.asInt() == 3;
      new BackupFact(upload, BackupOperation.BACKUP)
          .whyNothing("The repository holds no valid backup.")
          .ended(
              missing ? BackupOutcome.ERROR : BackupOutcome.INCONCLUSIVE,
              new ReportTime(upload.incoming().received(), false));
      return;
    }
    tell(upload, stanza, kept);
  }

  private static void tell(Upload upload, JsonNode stanza, List<Kept> kept) {
    kept.sort(Comparator.comparing(Kept::stop));
    Instant oldest = kept.get(0).stop();
    Instant tooOld = upload.incoming().received().minus(FactKind.BACKUP.oldest());
    boolean good = stanza.path("status").path("code").asInt() == 0;
    JsonNode cipher = stanza.path("cipher");
    List<Kept> newest = kept.subList(Math.max(0, kept.size() - NEWEST), kept.size());
    for (Kept backup : newest) {
      if (backup.stop().isBefore(tooOld)) {
        upload
            .reading()
            .warn(
                "Backups older than " + FactKind.BACKUP.oldest().toDays() + " days are not told.");
        continue;
      }
      BackupFact fact =
          new BackupFact(upload, BackupOperation.BACKUP)
              .backupId(backup.label())
              .whyNothing("The stanza's status is not ok.")
              .scope("FULL")
              .bytes(backup.bytes())
              .lasted(backup.start(), backup.stop())
              .recoveryPoint(Optional.of(backup.stop()))
              .oldestKept(oldest);
      if (cipher.isTextual()) {
        fact.encrypted(!cipher.asText().equals("none"));
      }
      fact.ended(
          backup.outcome(good),
          new ReportTime(backup.stop(), true),
          stanza.path("name").asText() + '-' + backup.label());
    }
    if (newest.size() < kept.size()) {
      upload.reading().warn("Of the backups kept the newest " + NEWEST + " are told.");
    }
  }

  /**
   * One backup in the repository.
   *
   * @param error whether pages failed their checksum; null when they were not looked at
   */
  private record Kept(
      String label, Optional<Instant> start, Instant stop, long bytes, JsonNode error) {

    static Optional<Kept> of(Upload upload, JsonNode backup, String path) {
      Optional<String> label = Plain.name(backup.path("label").asText());
      JsonNode times = backup.path("timestamp");
      Optional<Instant> stop = upload.instant(times.path("stop"), path + ".timestamp.stop");
      if (label.isEmpty() || stop.isEmpty()) {
        upload
            .errors()
            .add(path, "a backup with its label and timestamp.stop", FieldErrors.kindOf(backup));
        return Optional.empty();
      }
      JsonNode size = backup.path("info").path("delta");
      return Optional.of(
          new Kept(
              label.get(),
              upload.instant(times.path("start"), path + ".timestamp.start"),
              stop.get(),
              size.canConvertToLong() ? size.asLong() : -1,
              backup.path("error")));
    }

    BackupOutcome outcome(boolean stanzaIsGood) {
      boolean whole =
          error.isMissingNode() || error.isNull() || (error.isBoolean() && !error.asBoolean());
      if (!whole) {
        return BackupOutcome.FAILED;
      }
      return stanzaIsGood ? BackupOutcome.SUCCEEDED : BackupOutcome.INCONCLUSIVE;
    }
  }
}
