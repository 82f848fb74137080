package dev.muster.ingest.collector;

import dev.muster.schemas.fact.BackupOperation;
import dev.muster.schemas.fact.BackupOutcome;
import dev.muster.schemas.fact.ScanOutcome;

/**
 * JUnit's XML, of whatever ran: the tests, or with {@code ?check=} a drill. With {@code ?dataset=}
 * the tests looked at a restored copy of it, and are a restore.
 */
final class Junit implements Collector {
  private static final String NOTHING_RAN = "No test ran, or a suite failed outside of its tests.";

  @Override
  public String tool() {
    return "junit";
  }

  @Override
  public Size size() {
    return Size.REPORT;
  }

  @Override
  public Reading read(Incoming incoming) {
    Upload upload = new Upload(this, incoming);
    JunitReport report = JunitReport.read(incoming.body(), upload.errors());
    ReportTime time = upload.time(report.timestamp(), "testsuite.timestamp");
    if (upload.isFine() && incoming.parameter("dataset").isPresent()) {
      new BackupFact(upload, BackupOperation.RESTORE)
          .whyNothing(NOTHING_RAN)
          .ended(restored(outcome(report)), time);
    } else if (upload.isFine()) {
      new ScanFact(upload, upload.check("tests"))
          .whyNothing(NOTHING_RAN)
          .value("tests", report.ran())
          .value("failed", report.failed())
          .value("skipped", report.skipped())
          .value("flaky", report.flaky())
          .ended(outcome(report), time);
    }
    return upload.reading();
  }

  /** A suite that failed outside its cases says nothing of them; one that skipped all, neither. */
  private static ScanOutcome outcome(JunitReport report) {
    if (report.failed() > 0) {
      return ScanOutcome.FAILED;
    }
    return report.ran() > 0 && !report.suiteFailed()
        ? ScanOutcome.PASSED
        : ScanOutcome.INCONCLUSIVE;
  }

  private static BackupOutcome restored(ScanOutcome outcome) {
    return switch (outcome) {
      case PASSED -> BackupOutcome.SUCCEEDED;
      case FAILED -> BackupOutcome.FAILED;
      default -> BackupOutcome.INCONCLUSIVE;
    };
  }
}
