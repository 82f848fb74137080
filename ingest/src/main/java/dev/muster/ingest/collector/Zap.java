package dev.muster.ingest.collector;

import dev.muster.schemas.fact.ScanOutcome;
import java.util.List;
import java.util.Optional;

/**
 * ZAP's traditional report, JSON or XML. A site without a single alert, not even a remark, is one
 * that it did not reach.
 */
final class Zap implements Collector {
  @Override
  public String tool() {
    return "zap";
  }

  @Override
  public Size size() {
    return Size.REPORT;
  }

  @Override
  public Reading read(Incoming incoming) {
    Upload upload = new Upload(this, incoming);
    ZapReport report = new ZapReport();
    if (XmlStream.isXml(incoming.body())) {
      XmlStream.read(incoming.body(), upload.errors(), List.of("OWASPZAPReport"), report);
    } else {
      JsonStream.read(
          incoming.body(), upload.errors(), json -> json.object(name -> report.member(json, name)));
    }
    if (upload.isFine() && !report.hasSites()) {
      upload.errors().add("site", "a list, as in ZAP's traditional report", "nothing");
    }
    boolean exact = !report.created().isMissingNode();
    ReportTime time =
        exact
            ? upload.time(report.created(), "created")
            : upload.time(report.generated(), "@generated");
    if (upload.isFine()) {
      String check = upload.check("web-scan");
      ScanFact fact =
          new ScanFact(upload, check)
              .version(report.version())
              .target(report.sites() == 1 ? Plain.server(report.site()) : Optional.empty());
      report.findings().tell(fact);
      fact.whyNothing("A site has not a single alert: it was not reached.");
      ScanOutcome counted = report.findings().outcome(check);
      boolean proves = report.sites() > 0 && !report.missedOne();
      fact.ended(
          counted == ScanOutcome.PASSED && !proves ? ScanOutcome.INCONCLUSIVE : counted, time);
    }
    return upload.reading();
  }
}
