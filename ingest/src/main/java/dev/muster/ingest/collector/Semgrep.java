package dev.muster.ingest.collector;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.muster.schemas.fact.ScanOutcome;
import java.io.IOException;

/** Semgrep's own JSON ({@code semgrep scan --json}); for its SARIF see {@link Sarif}. */
final class Semgrep implements Collector {
  @Override
  public String tool() {
    return "semgrep";
  }

  @Override
  public Size size() {
    return Size.REPORT;
  }

  /** What one report says. */
  private static final class Report {
    final Findings findings = new Findings();
    String version = "";
    boolean hasResults;
    boolean hasErrors;
    long errors;
    boolean scannedNothing;
  }

  @Override
  public Reading read(Incoming incoming) {
    Upload upload = new Upload(this, incoming);
    Report report = new Report();
    JsonStream.read(
        incoming.body(), upload.errors(), json -> json.object(name -> member(json, name, report)));
    if (upload.isFine() && !report.hasResults) {
      upload.errors().add("results", "a list, as semgrep scan --json prints", "nothing");
    }
    if (upload.isFine() && !report.hasErrors) {
      upload.errors().add("errors", "a list, as semgrep scan --json prints", "nothing");
    }
    ReportTime time = upload.time(MissingNode.getInstance(), "");
    if (upload.isFine()) {
      String check = upload.check("code-scan");
      ScanFact fact = new ScanFact(upload, check).version(report.version);
      if (report.scannedNothing) {
        fact.whyNothing("It scanned no file.");
      }
      report.findings.tell(fact);
      fact.value("errors", report.errors).ended(outcome(report, check), time);
    }
    return upload.reading();
  }

  private static void member(JsonStream json, String name, Report report) throws IOException {
    switch (name) {
      case "version" -> report.version = json.text();
      case "results" -> {
        report.hasResults = true;
        json.list(result -> result(json, report.findings));
      }
      case "errors" -> {
        report.hasErrors = true;
        json.list(error -> report.errors++);
      }
      case "paths" -> {
        json.object(
            part -> {
              if (part.equals("scanned")) {
                long[] files = {0};
                json.list(file -> files[0]++);
                report.scannedNothing = files[0] == 0;
              }
            });
      }
      default -> {}
    }
  }

  private static void result(JsonStream json, Findings findings) throws IOException {
    String[] severity = {""};
    boolean[] ignored = {false};
    json.object(
        member -> {
          if (member.equals("extra") && json.isObject()) {
            json.object(
                part -> {
                  if (part.equals("severity")) {
                    severity[0] = json.text();
                  } else if (part.equals("is_ignored")) {
                    ignored[0] = json.scalar().isBoolean() && json.scalar().asBoolean();
                  }
                });
          }
        });
    if (!ignored[0]) {
      findings.add(severity[0], Findings.NOBODY_SAYS);
    }
  }

  private static ScanOutcome outcome(Report report, String check) {
    ScanOutcome counted = report.findings.outcome(check);
    if (counted == ScanOutcome.FAILED) {
      return counted;
    } else if (report.errors > 0) {
      return ScanOutcome.PARTIAL;
    }
    return report.scannedNothing ? ScanOutcome.INCONCLUSIVE : counted;
  }
}
