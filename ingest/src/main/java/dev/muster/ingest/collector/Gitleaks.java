package dev.muster.ingest.collector;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.muster.schemas.fact.ScanOutcome;

/**
 * gitleaks' JSON report, of versions 7 and 8: a list of what leaked, or null when nothing did. It
 * holds the secrets themselves, so it is counted and nothing of it is kept.
 */
final class Gitleaks implements Collector {
  @Override
  public String tool() {
    return "gitleaks";
  }

  @Override
  public Size size() {
    return Size.REPORT;
  }

  @Override
  public Reading read(Incoming incoming) {
    Upload upload = new Upload(this, incoming);
    long[] leaks = {0};
    JsonStream.read(
        incoming.body(),
        upload.errors(),
        json -> {
          if (json.isNull()) {
            return;
          }
          json.list(
              leak -> {
                boolean[] ruled = {false};
                json.object(
                    name ->
                        ruled[0] |=
                            name.equals("RuleID")
                                || name.equals("rule")
                                || name.equals("Description"));
                leaks[0]++;
                if (upload.isFine() && !ruled[0]) {
                  json.wrong("a leak, with its RuleID");
                }
              });
        });
    int exit = upload.exit().orElse(0);
    ReportTime time = upload.time(MissingNode.getInstance(), "");
    if (upload.isFine()) {
      ScanFact fact = new ScanFact(upload, upload.check("secret-scan")).value("secrets", leaks[0]);
      if (leaks[0] > 0) {
        fact.finding("secret", leaks[0]);
      }
      fact.ended(outcome(leaks[0], exit), time);
    }
    return upload.reading();
  }

  /** A run that found nothing and yet did not end well broke. */
  private static ScanOutcome outcome(long leaks, int exit) {
    if (leaks > 0) {
      return ScanOutcome.FAILED;
    }
    return exit == 0 ? ScanOutcome.PASSED : ScanOutcome.ERROR;
  }
}
