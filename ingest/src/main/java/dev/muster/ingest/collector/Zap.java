package dev.muster.ingest.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.muster.schemas.fact.ScanOutcome;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * ZAP's JSON report. A site without a single alert, not even a remark, is one that it did not
 * reach.
 */
final class Zap implements Collector {
  private static final Map<String, String> RISKS =
      Map.of("3", "high", "2", "medium", "1", "low", "0", "informational");

  /** What a person marked so in ZAP. */
  private static final String FALSE_POSITIVE = "0";

  @Override
  public String tool() {
    return "zap";
  }

  @Override
  public Size size() {
    return Size.REPORT;
  }

  /** What one report says. */
  private static final class Report {
    final Findings findings = new Findings();
    boolean hasSites;
    long sites;
    boolean missedOne;
    String site = "";
    String version = "";
    JsonNode created = MissingNode.getInstance();
    JsonNode generated = MissingNode.getInstance();
  }

  @Override
  public Reading read(Incoming incoming) {
    Upload upload = new Upload(this, incoming);
    Report report = new Report();
    JsonStream.read(
        incoming.body(), upload.errors(), json -> json.object(name -> member(json, name, report)));
    if (upload.isFine() && !report.hasSites) {
      upload.errors().add("site", "a list, as in ZAP's traditional JSON report", "nothing");
    }
    boolean exact = !report.created.isMissingNode();
    ReportTime time =
        exact
            ? upload.time(report.created, "created")
            : upload.time(report.generated, "@generated");
    if (upload.isFine()) {
      String check = upload.check("web-scan");
      ScanFact fact =
          new ScanFact(upload, check)
              .version(report.version)
              .target(report.sites == 1 ? Plain.server(report.site) : Optional.empty());
      report.findings.tell(fact);
      ScanOutcome counted = report.findings.outcome(check);
      boolean proves = report.sites > 0 && !report.missedOne;
      fact.ended(
          counted == ScanOutcome.PASSED && !proves ? ScanOutcome.INCONCLUSIVE : counted, time);
    }
    return upload.reading();
  }

  private static void member(JsonStream json, String name, Report report) throws IOException {
    switch (name) {
      case "@version" -> report.version = json.text();
      case "@generated" -> report.generated = json.scalar();
      case "created" -> report.created = json.scalar();
      case "site" -> {
        report.hasSites = true;
        json.list(site -> site(json, report));
      }
      default -> {}
    }
  }

  private static void site(JsonStream json, Report report) throws IOException {
    long[] alerts = {0};
    json.object(
        member -> {
          if (member.equals("@name")) {
            report.site = json.text();
          } else if (member.equals("alerts")) {
            json.list(
                alert -> {
                  alerts[0]++;
                  alert(json, report.findings);
                });
          }
        });
    report.sites++;
    report.missedOne |= alerts[0] == 0;
  }

  private static void alert(JsonStream json, Findings findings) throws IOException {
    String[] risk = {""};
    boolean[] counts = {true};
    json.object(
        member -> {
          if (member.equals("riskcode")) {
            risk[0] = json.text();
          } else if (member.equals("confidence")) {
            counts[0] = !json.text().equals(FALSE_POSITIVE);
          }
        });
    if (counts[0]) {
      findings.add(RISKS.getOrDefault(risk[0], ""), Findings.NOBODY_SAYS);
    }
  }
}
