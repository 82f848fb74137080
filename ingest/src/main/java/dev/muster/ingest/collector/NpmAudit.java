package dev.muster.ingest.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.muster.schemas.fact.ScanOutcome;
import java.io.IOException;

/**
 * {@code npm audit --json} of npm 6 (advisories) and of npm 7 and later (vulnerabilities). One that
 * could not ask its registry prints an error and no finding, which is no clean bill.
 */
final class NpmAudit implements Collector {
  @Override
  public String tool() {
    return "npm-audit";
  }

  @Override
  public Size size() {
    return Size.REPORT;
  }

  /** What one report says. */
  private static final class Report {
    final Findings findings = new Findings();
    boolean broke;
    boolean listed;
    long critical = -1;
    long high = -1;
    long dependencies = -1;
  }

  @Override
  public Reading read(Incoming incoming) {
    Upload upload = new Upload(this, incoming);
    Report report = new Report();
    JsonStream.read(
        incoming.body(), upload.errors(), json -> json.object(name -> member(json, name, report)));
    if (upload.isFine() && !report.broke) {
      need(upload, report.listed, "vulnerabilities", "an object, or npm 6's advisories");
      need(
          upload,
          report.critical >= 0 && report.high >= 0,
          "metadata.vulnerabilities",
          "counts by severity");
    }
    ReportTime time = upload.time(MissingNode.getInstance(), "");
    if (upload.isFine()) {
      String check = upload.check("dependency-scan");
      ScanFact fact =
          new ScanFact(upload, check)
              .whyNothing("It looked at no dependency, or lists less than it counts.");
      if (!report.broke) {
        report.findings.tell(fact);
      }
      fact.ended(outcome(report, check), time);
    }
    return upload.reading();
  }

  private static void need(Upload upload, boolean has, String field, String expected) {
    if (!has) {
      upload.errors().add(field, expected, "nothing of the kind");
    }
  }

  private static void member(JsonStream json, String name, Report report) throws IOException {
    switch (name) {
      case "error" -> report.broke = true;
      case "vulnerabilities" -> {
        report.listed = true;
        json.map(each -> finding(json, "fixAvailable", report.findings));
      }
      case "advisories" -> {
        report.listed = true;
        json.map(each -> finding(json, "patched_versions", report.findings));
      }
      case "metadata" -> json.object(part -> metadata(json, part, report));
      default -> {}
    }
  }

  private static void finding(JsonStream json, String fix, Findings findings) throws IOException {
    String[] severity = {""};
    boolean[] fixable = {true};
    json.object(
        member -> {
          if (member.equals("severity")) {
            severity[0] = json.text();
          } else if (member.equals(fix)) {
            JsonNode told = json.scalar();
            // npm 6 says so with a range that holds no version.
            fixable[0] = !told.asText().equals("false") && !told.asText().equals("<0.0.0");
          }
        });
    findings.add(severity[0], fixable[0]);
  }

  private static void metadata(JsonStream json, String part, Report report) throws IOException {
    switch (part) {
      case "vulnerabilities" ->
          json.object(
              word -> {
                if (word.equals("critical")) {
                  report.critical = count(json);
                } else if (word.equals("high")) {
                  report.high = count(json);
                }
              });
      case "totalDependencies" -> report.dependencies = count(json);
      case "dependencies" -> {
        if (json.isObject()) {
          json.object(
              kind -> {
                if (kind.equals("total")) {
                  report.dependencies = count(json);
                }
              });
        }
      }
      default -> {}
    }
  }

  private static long count(JsonStream json) throws IOException {
    JsonNode node = json.scalar();
    if (!node.isIntegralNumber() || node.asLong() < 0) {
      json.wrong("a count");
      return -1;
    }
    return node.asLong();
  }

  /**
   * Counts of what the list lacks (npm 6 counts each way to it), or a tree without a dependency,
   * prove nothing.
   */
  private static ScanOutcome outcome(Report report, String check) {
    if (report.broke) {
      return ScanOutcome.ERROR;
    }
    ScanOutcome counted = report.findings.outcome(check);
    boolean unlisted =
        (report.critical > 0 && report.findings.of(Grade.CRITICAL) == 0)
            || (report.high > 0 && report.findings.of(Grade.HIGH) == 0);
    return counted == ScanOutcome.PASSED && (unlisted || report.dependencies < 1)
        ? ScanOutcome.INCONCLUSIVE
        : counted;
  }
}
