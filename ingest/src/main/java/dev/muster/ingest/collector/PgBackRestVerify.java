package dev.muster.ingest.collector;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.muster.schemas.fact.BackupOperation;
import dev.muster.schemas.fact.BackupOutcome;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code pgbackrest verify --output=text} printed. Its exit code is 0 with broken backups as
 * well, so that only its text counts; a code that is not 0 still says that it broke.
 */
final class PgBackRestVerify {
  /** Of a stanza, and on a backup's line. */
  private static final Pattern STATUS = Pattern.compile("\\bstatus: ([a-z-]+)");

  private static final Pattern BAD_FILE =
      Pattern.compile("\\binvalid (?:checksum|size)\\b|\\b(?:missing|invalid|other): [1-9]");

  private PgBackRestVerify() {}

  static void read(Upload upload) {
    OptionalInt exit = upload.exit();
    boolean bad = false;
    int good = 0;
    boolean empty = false;
    for (String line : new String(upload.incoming().bytes(), UTF_8).lines().toList()) {
      Matcher status = STATUS.matcher(line);
      if (status.find()) {
        boolean fine = status.group(1).equals("ok") || status.group(1).equals("valid");
        good += fine ? 1 : 0;
        bad |= !fine;
      }
      bad |= BAD_FILE.matcher(line).find() || line.contains(" ERROR: ");
      empty |= line.contains("no archives or backups exist");
    }
    ReportTime time = upload.time(MissingNode.getInstance(), "");
    if (upload.isFine()) {
      new BackupFact(upload, BackupOperation.VERIFY)
          .verifiedBy("CHECKSUM")
          .whyNothing("It printed no status of a backup: run verify with --output=text.")
          .scope("FULL")
          .ended(outcome(bad, good > 0 && !empty, exit.orElse(0)), time);
    }
  }

  private static BackupOutcome outcome(boolean bad, boolean good, int exit) {
    if (bad) {
      return BackupOutcome.FAILED;
    } else if (exit != 0) {
      return BackupOutcome.ERROR;
    }
    return good ? BackupOutcome.SUCCEEDED : BackupOutcome.INCONCLUSIVE;
  }
}
