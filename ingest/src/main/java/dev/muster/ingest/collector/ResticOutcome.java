package dev.muster.ingest.collector;

import dev.muster.schemas.fact.BackupOutcome;
import java.util.OptionalInt;

/** How a run of restic ended; success only where exit code and output agree. */
final class ResticOutcome {
  /** Some source could not be read (restic's manual, "Exit codes"). */
  private static final int INCOMPLETE = 3;

  /** No repository, locked, wrong password, interrupted: the run itself broke. */
  private static final int FIRST_BROKEN = 10;

  private ResticOutcome() {}

  static BackupOutcome of(String operation, OptionalInt exit, ResticOutput output) {
    if (exit.isEmpty() || output.isDryRun()) {
      return BackupOutcome.INCONCLUSIVE;
    } else if (exit.getAsInt() == INCOMPLETE) {
      return BackupOutcome.PARTIAL;
    } else if (exit.getAsInt() >= FIRST_BROKEN) {
      return BackupOutcome.ERROR;
    } else if (exit.getAsInt() != 0 || output.summary().path("num_errors").asLong() > 0) {
      return BackupOutcome.FAILED;
    } else if (output.errors() > 0) {
      return BackupOutcome.PARTIAL;
    }
    boolean lacksSummary = operation.equals("BACKUP") && output.summary().isMissingNode();
    return lacksSummary || output.isEmpty() ? BackupOutcome.INCONCLUSIVE : BackupOutcome.SUCCEEDED;
  }
}
