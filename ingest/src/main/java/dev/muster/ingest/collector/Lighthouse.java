package dev.muster.ingest.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.muster.schemas.fact.ScanOutcome;
import java.io.IOException;
import java.util.Optional;

/** Lighthouse's JSON: how long until something is painted, and how much script that took. */
final class Lighthouse implements Collector {
  private static final String PAINT = "first-paint";
  private static final String BUNDLE = "bundle-size";

  @Override
  public String tool() {
    return "lighthouse";
  }

  @Override
  public Size size() {
    return Size.REPORT;
  }

  /** What one report says. */
  private static final class Report {
    boolean hasAudits;
    boolean broke;
    String url = "";
    String version = "";
    JsonNode fetched = MissingNode.getInstance();
    JsonNode millis = MissingNode.getInstance();
    long requests;
    double scriptBytes;
    boolean unmeasuredScript;
  }

  @Override
  public Reading read(Incoming incoming) {
    Upload upload = new Upload(this, incoming);
    Report report = new Report();
    JsonStream.read(
        incoming.body(), upload.errors(), json -> json.object(name -> member(json, name, report)));
    if (upload.isFine() && !report.hasAudits) {
      upload.errors().add("audits", "an object, as lighthouse --output=json writes", "nothing");
    }
    Optional<String> asked = incoming.parameter("check");
    if (asked.filter(check -> !check.equals(PAINT) && !check.equals(BUNDLE)).isPresent()) {
      upload.errors().add("?check", PAINT + " or " + BUNDLE, "another");
    }
    ReportTime time = upload.time(report.fetched, "fetchTime");
    if (upload.isFine()) {
      boolean measured = report.requests > 0 && !report.unmeasuredScript;
      if (!asked.equals(Optional.of(BUNDLE))) {
        paint(upload, report, time);
      }
      if (asked.isEmpty() ? measured && !report.broke : asked.get().equals(BUNDLE)) {
        ScanFact fact = fact(upload, report, BUNDLE);
        if (measured) {
          fact.value("firstScriptBytes", report.scriptBytes);
        }
        fact.ended(outcome(report, measured), time);
      }
    }
    return upload.reading();
  }

  private static void paint(Upload upload, Report report, ReportTime time) {
    ScanFact fact = fact(upload, report, PAINT);
    boolean measured = report.millis.isNumber() && report.millis.asDouble() > 0;
    if (measured) {
      fact.value("millis", report.millis.asDouble());
    }
    fact.ended(outcome(report, measured), time);
  }

  private static ScanFact fact(Upload upload, Report report, String check) {
    return new ScanFact(upload, check)
        .version(report.version)
        .target(Plain.server(report.url))
        .whyNothing("The report has no figure of " + check + '.');
  }

  /** A figure proves by itself: how much is too much, gates say. */
  private static ScanOutcome outcome(Report report, boolean measured) {
    if (report.broke) {
      return ScanOutcome.ERROR;
    }
    return measured ? ScanOutcome.PASSED : ScanOutcome.INCONCLUSIVE;
  }

  private static void member(JsonStream json, String name, Report report) throws IOException {
    switch (name) {
      case "lighthouseVersion" -> report.version = json.text();
      case "requestedUrl" -> report.url = json.text();
      case "fetchTime" -> report.fetched = json.scalar();
      case "runtimeError" -> {
        if (!json.isNull()) {
          report.broke = true;
          json.object(
              part -> report.broke &= !(part.equals("code") && json.text().equals("NO_ERROR")));
        }
      }
      case "audits" -> {
        report.hasAudits = true;
        json.object(audit -> audit(json, audit, report));
      }
      default -> {}
    }
  }

  private static void audit(JsonStream json, String audit, Report report) throws IOException {
    if (audit.equals("first-contentful-paint")) {
      json.object(
          part -> {
            if (part.equals("numericValue")) {
              report.millis = json.scalar();
            }
          });
    } else if (audit.equals("network-requests")) {
      json.object(
          part -> {
            if (part.equals("details") && json.isObject()) {
              json.object(
                  detail -> {
                    if (detail.equals("items")) {
                      json.list(item -> request(json, report));
                    }
                  });
            }
          });
    }
  }

  private static void request(JsonStream json, Report report) throws IOException {
    String[] type = {""};
    double[] bytes = {-1};
    json.object(
        part -> {
          if (part.equals("resourceType")) {
            type[0] = json.text();
          } else if (part.equals("transferSize")) {
            JsonNode size = json.scalar();
            bytes[0] = size.isNumber() ? size.asDouble() : -1;
          }
        });
    report.requests++;
    // One of no type may be a script.
    if (type[0].isEmpty() || (type[0].equals("Script") && bytes[0] < 0)) {
      report.unmeasuredScript = true;
    } else if (type[0].equals("Script")) {
      report.scriptBytes += bytes[0];
    }
  }
}
