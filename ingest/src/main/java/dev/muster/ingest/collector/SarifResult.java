package dev.muster.ingest.collector;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One result of a SARIF file, of which only what counts is read: no text, no place, no code. */
final class SarifResult {
  /** Kinds that are no finding (SARIF 2.1.0, 3.27.9). */
  private static final Set<String> NO_FINDING =
      Set.of("pass", "open", "review", "informational", "notApplicable");

  private String ruleId = "";
  private int ruleIndex = -1;
  private int extension = -1;
  private String level = "";
  private boolean counts = true;

  static SarifResult read(JsonStream json) throws IOException {
    SarifResult result = new SarifResult();
    json.object(
        member -> {
          switch (member) {
            case "ruleId" -> result.ruleId = json.text();
            case "ruleIndex" -> result.ruleIndex = json.scalar().asInt(-1);
            case "rule" -> result.reference(json);
            case "level" -> result.level = json.isNull() ? "" : said(json);
            case "kind" -> result.counts &= !NO_FINDING.contains(json.text());
            case "baselineState" -> result.counts &= !json.text().equals("absent");
            case "suppressions" -> result.suppressions(json);
            default -> {}
          }
        });
    return result;
  }

  /** What is no text is no level either, and not taken for one that was left out. */
  private static String said(JsonStream json) throws IOException {
    String text = json.text();
    return text.isBlank() ? "?" : text;
  }

  private void reference(JsonStream json) throws IOException {
    if (json.isNull()) {
      return;
    }
    json.object(
        member -> {
          switch (member) {
            case "id" -> ruleId = ruleId.isEmpty() ? json.text() : ruleId;
            case "index" -> ruleIndex = json.scalar().asInt(-1);
            case "toolComponent" -> {
              if (!json.isNull()) {
                json.object(
                    part -> {
                      if (part.equals("index")) {
                        extension = json.scalar().asInt(-1);
                      }
                    });
              }
            }
            default -> {}
          }
        });
  }

  /** One that was not rejected is enough. */
  private void suppressions(JsonStream json) throws IOException {
    if (json.isNull()) {
      return;
    }
    json.list(
        suppression -> {
          boolean[] stands = {json.isObject()};
          json.object(
              member -> {
                if (member.equals("status")) {
                  stands[0] = json.text().equals("accepted");
                }
              });
          counts &= !stands[0];
        });
  }

  /** Whether it is a finding: not suppressed, and not gone since the last run. */
  boolean counts() {
    return counts;
  }

  String ruleId() {
    return ruleId;
  }

  /**
   * Counts it by its own level, else its rule's, else "warning"; a security severity goes before.
   */
  void addTo(Findings findings, SarifRun run) {
    SarifRun.Rule rule = run.rule(extension, ruleIndex, ruleId);
    String told = !level.isEmpty() ? level : rule.level().isEmpty() ? "warning" : rule.level();
    Optional<Grade> bySeverity = bySeverity(rule.severity());
    boolean worded = Grade.ofWord(rule.severity()).isPresent();
    boolean unreadable = rule.severity().equals("?") || told.equals("?");
    findings.add(
        worded ? rule.severity().toLowerCase(Locale.ROOT) : told,
        unreadable ? Optional.empty() : bySeverity.or(() -> Grade.ofWord(told)),
        Findings.NOBODY_SAYS);
  }

  private static Optional<Grade> bySeverity(String severity) {
    try {
      return severity.isBlank() ? Optional.empty() : Grade.ofScore(Double.parseDouble(severity));
    } catch (NumberFormatException e) {
      return Grade.ofWord(severity);
    }
  }
}
