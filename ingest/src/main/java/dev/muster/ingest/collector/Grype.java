package dev.muster.ingest.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.muster.schemas.fact.ScanOutcome;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Grype's JSON. A clean scan with an old database of holes is one on paper. */
final class Grype implements Collector {
  /** When Grype itself refuses its database ({@code max-allowed-built-age}, 120 h). */
  private static final Duration OLDEST_DATABASE = Duration.ofDays(5);

  @Override
  public String tool() {
    return "grype";
  }

  @Override
  public Size size() {
    return Size.REPORT;
  }

  /** What one report says. */
  private static final class Report {
    final Findings findings = new Findings();
    boolean hasMatches;
    String type = "";
    String input = "";
    String digest = "";
    String version = "";
    JsonNode time = MissingNode.getInstance();
    JsonNode built = MissingNode.getInstance();
  }

  @Override
  public Reading read(Incoming incoming) {
    Upload upload = new Upload(this, incoming);
    Report report = new Report();
    JsonStream.read(
        incoming.body(), upload.errors(), json -> json.object(name -> member(json, name, report)));
    if (upload.isFine() && !report.hasMatches) {
      upload.errors().add("matches", "a list", "nothing");
    }
    boolean image = report.type.equals("image");
    if (report.type.isEmpty() && upload.isFine()) {
      upload.need(
          "check", "image-scan or dependency-scan, since the report does not say what it is of");
    }
    String check = upload.check(image ? "image-scan" : "dependency-scan");
    ReportTime time = upload.time(report.time, "descriptor.timestamp");
    Optional<Instant> built = upload.instant(report.built, "descriptor.db.built");
    if (upload.isFine()) {
      ScanFact fact =
          new ScanFact(upload, check)
              .version(report.version)
              .imageDigest(report.digest)
              .target(image ? Plain.image(report.input) : Optional.empty());
      report.findings.tell(fact);
      fact.ended(outcome(upload, report.findings.outcome(check), built, time.instant()), time);
    }
    return upload.reading();
  }

  private static void member(JsonStream json, String name, Report report) throws IOException {
    switch (name) {
      case "matches" -> {
        report.hasMatches = true;
        json.list(match -> match(json, report.findings));
      }
      case "source" -> source(json, report);
      case "descriptor" -> descriptor(json, report);
      default -> {}
    }
  }

  private static void match(JsonStream json, Findings findings) throws IOException {
    String[] severity = {""};
    boolean[] fixable = {false};
    json.object(
        member -> {
          if (member.equals("vulnerability")) {
            json.object(
                part -> {
                  if (part.equals("severity")) {
                    severity[0] = json.text();
                  } else if (part.equals("fix")) {
                    // Whatever is no such object may say that there is one.
                    fixable[0] = !json.isNull() && (!json.isObject() || isFixed(json));
                  }
                });
          }
        });
    findings.add(severity[0], fixable[0]);
  }

  private static boolean isFixed(JsonStream json) throws IOException {
    boolean[] fixed = {true};
    json.object(
        member -> {
          if (member.equals("state")) {
            String state = json.text();
            fixed[0] =
                !state.equals("not-fixed") && !state.equals("wont-fix") && !state.equals("unknown");
          }
        });
    return fixed[0];
  }

  private static void source(JsonStream json, Report report) throws IOException {
    if (json.isNull()) {
      return;
    }
    json.object(
        member -> {
          if (member.equals("type")) {
            report.type = json.text();
          } else if (member.equals("target") && json.isObject()) {
            json.object(
                part -> {
                  if (part.equals("userInput")) {
                    report.input = json.text();
                  } else if (part.equals("repoDigests") && json.isList()) {
                    json.list(
                        each ->
                            report.digest = report.digest.isEmpty() ? json.text() : report.digest);
                  }
                });
          }
        });
  }

  private static void descriptor(JsonStream json, Report report) throws IOException {
    json.object(
        member -> {
          switch (member) {
            case "version" -> report.version = json.text();
            case "timestamp" -> report.time = json.scalar();
            case "db" -> database(json, report);
            default -> {}
          }
        });
  }

  /** Newer versions put it one level deeper. */
  private static void database(JsonStream json, Report report) throws IOException {
    if (!json.isNull()) {
      json.object(
          member -> {
            if (member.equals("built")) {
              report.built = json.scalar();
            } else if (member.equals("status")) {
              database(json, report);
            }
          });
    }
  }

  private static ScanOutcome outcome(
      Upload upload, ScanOutcome counted, Optional<Instant> built, Instant ended) {
    boolean old = built.filter(day -> day.plus(OLDEST_DATABASE).isBefore(ended)).isPresent();
    if (counted == ScanOutcome.PASSED && old) {
      upload
          .reading()
          .warn(
              "The database of holes is older than 5 days: update it (grype db update) and scan again.");
      return ScanOutcome.INCONCLUSIVE;
    }
    return counted;
  }
}
