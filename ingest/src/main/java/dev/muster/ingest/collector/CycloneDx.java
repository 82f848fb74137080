package dev.muster.ingest.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.muster.schemas.fact.ScanOutcome;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * CycloneDX (JSON) with vulnerabilities. Without any it is a list of parts: some tools write an
 * empty list of them without having looked. It does not say which holes are mended elsewhere, so
 * every critical one is taken to be.
 */
final class CycloneDx implements Collector {
  /** What an analyst may find that makes a hole none. */
  private static final Set<String> NO_HOLE =
      Set.of("not_affected", "false_positive", "resolved", "resolved_with_pedigree");

  @Override
  public String tool() {
    return "cyclonedx";
  }

  @Override
  public Size size() {
    return Size.REPORT;
  }

  /** What one document says. */
  private static final class Report {
    final Findings findings = new Findings();
    String format = "";
    boolean hasVulnerabilities;
    JsonNode time = MissingNode.getInstance();
  }

  @Override
  public Reading read(Incoming incoming) {
    Upload upload = new Upload(this, incoming);
    Report report = new Report();
    JsonStream.read(
        incoming.body(), upload.errors(), json -> json.object(name -> member(json, name, report)));
    if (upload.isFine() && !report.format.equals("CycloneDX")) {
      upload.errors().add("bomFormat", "CycloneDX", "another, or none");
    }
    ReportTime time = upload.time(report.time, "metadata.timestamp");
    if (upload.isFine()) {
      String check = upload.check("dependency-scan");
      ScanFact fact = new ScanFact(upload, check);
      if (report.hasVulnerabilities) {
        report.findings.tell(fact);
      } else {
        upload
            .reading()
            .warn(
                "It lists parts and no vulnerabilities: scan it, and send what the scanner writes.");
      }
      fact.ended(
          report.hasVulnerabilities ? report.findings.outcome(check) : ScanOutcome.INCONCLUSIVE,
          time);
    }
    return upload.reading();
  }

  private static void member(JsonStream json, String name, Report report) throws IOException {
    switch (name) {
      case "bomFormat" -> report.format = json.text();
      case "metadata" ->
          json.object(
              part -> {
                if (part.equals("timestamp")) {
                  report.time = json.scalar();
                }
              });
      case "vulnerabilities" -> {
        json.list(
            each -> {
              report.hasVulnerabilities = true;
              vulnerability(json, report.findings);
            });
      }
      default -> {}
    }
  }

  private static void vulnerability(JsonStream json, Findings findings) throws IOException {
    Worst worst = new Worst();
    boolean[] counts = {true};
    json.object(
        member -> {
          if (member.equals("ratings") && json.isList()) {
            json.list(rating -> rating(json, worst));
          } else if (member.equals("analysis") && json.isObject()) {
            json.object(
                part -> {
                  if (part.equals("state")) {
                    counts[0] = !NO_HOLE.contains(json.text());
                  }
                });
          }
        });
    if (counts[0]) {
      Optional<Grade> grade = worst.unreadable ? Optional.empty() : worst.grade;
      findings.add(grade.map(Grade::word).orElse(""), grade, Findings.NOBODY_SAYS);
    }
  }

  /** The worst of all ratings, by word or score; of several methods none is more right. */
  private static final class Worst {
    Optional<Grade> grade = Optional.empty();
    boolean unreadable;

    void of(Optional<Grade> other) {
      unreadable |= other.isEmpty();
      if (other.isPresent() && grade.filter(known -> known.compareTo(other.get()) <= 0).isEmpty()) {
        grade = other;
      }
    }
  }

  private static void rating(JsonStream json, Worst worst) throws IOException {
    json.object(
        member -> {
          if (member.equals("severity")) {
            worst.of(Grade.ofWord(json.text()));
          } else if (member.equals("score")) {
            JsonNode score = json.scalar();
            worst.of(score.isNumber() ? Grade.ofScore(score.asDouble()) : Optional.empty());
          }
        });
  }
}
