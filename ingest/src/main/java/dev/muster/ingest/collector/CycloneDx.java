package dev.muster.ingest.collector;

import dev.muster.schemas.fact.ScanOutcome;
import java.util.List;

/**
 * CycloneDX, JSON or XML, with vulnerabilities. Without any it is a list of parts: some tools write
 * an empty list of them without having looked.
 */
final class CycloneDx implements Collector {
  @Override
  public String tool() {
    return "cyclonedx";
  }

  @Override
  public Size size() {
    return Size.REPORT;
  }

  @Override
  public Reading read(Incoming incoming) {
    Upload upload = new Upload(this, incoming);
    CycloneDxReport report = new CycloneDxReport();
    if (XmlStream.isXml(incoming.body())) {
      XmlStream.read(incoming.body(), upload.errors(), List.of("bom"), report);
    } else {
      JsonStream.read(
          incoming.body(), upload.errors(), json -> json.object(name -> report.member(json, name)));
    }
    if (upload.isFine() && !report.format().equals("CycloneDX")) {
      upload.errors().add("bomFormat", "CycloneDX", "another, or none");
    }
    ReportTime time = upload.time(report.time(), "metadata.timestamp");
    if (upload.isFine()) {
      String check = upload.check("dependency-scan");
      ScanFact fact = new ScanFact(upload, check);
      report.findings().tell(fact);
      if (!report.hasVulnerabilities()) {
        fact.whyNothing("It lists parts and no vulnerabilities: send what a scanner makes of it.");
      }
      fact.ended(
          report.hasVulnerabilities() ? report.findings().outcome(check) : ScanOutcome.INCONCLUSIVE,
          time);
    }
    return upload.reading();
  }
}
