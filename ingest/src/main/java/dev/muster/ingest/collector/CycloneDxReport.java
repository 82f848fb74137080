package dev.muster.ingest.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What one CycloneDX document says of vulnerabilities, in either of its forms. */
final class CycloneDxReport implements XmlStream.Elements {
  /** What an analyst may find that makes a hole none. */
  private static final Set<String> NO_HOLE =
      Set.of("not_affected", "false_positive", "resolved", "resolved_with_pedigree");

  private final Findings findings = new Findings();
  private final Set<String> inside = new HashSet<>();
  private String format = "";
  private boolean hasVulnerabilities;
  private JsonNode time = MissingNode.getInstance();

  private Optional<Grade> worst = Optional.empty();
  private boolean unreadable;
  private boolean counts;

  /** One member of the whole. */
  void member(JsonStream json, String name) throws IOException {
    switch (name) {
      case "bomFormat" -> format = json.text();
      case "metadata" ->
          json.object(part -> time = part.equals("timestamp") ? json.scalar() : time);
      case "vulnerabilities" -> json.list(each -> vulnerability(json));
      default -> {}
    }
  }

  private void vulnerability(JsonStream json) throws IOException {
    begin();
    json.object(
        member -> {
          if (member.equals("ratings") && json.isList()) {
            json.list(rating -> rating(json));
          } else if (member.equals("analysis") && json.isObject()) {
            json.object(part -> counts &= !(part.equals("state") && NO_HOLE.contains(json.text())));
          }
        });
    end();
  }

  private void rating(JsonStream json) throws IOException {
    json.object(
        member -> {
          if (member.equals("severity")) {
            rated(Grade.ofWord(json.text()));
          } else if (member.equals("score")) {
            rated(score(json.text()));
          }
        });
  }

  @Override
  public void start(String name, Function<String, Optional<String>> attributes) {
    inside.add(name);
    if (name.equals("bom")) {
      format = "CycloneDX";
    } else if (name.equals("vulnerability")) {
      begin();
    }
  }

  @Override
  public void end(String name, String text) {
    inside.remove(name);
    switch (name) {
      case "timestamp" -> time = inside.contains("metadata") ? new TextNode(text) : time;
      case "severity" -> rated(Grade.ofWord(text));
      case "score" -> rated(score(text));
      case "state" -> counts &= !(inside.contains("analysis") && NO_HOLE.contains(text));
      case "vulnerability" -> end();
      default -> {}
    }
  }

  private void begin() {
    hasVulnerabilities = true;
    worst = Optional.empty();
    unreadable = false;
    counts = true;
  }

  /** By word or by score, whichever is worse; of several methods none is more right. */
  private void rated(Optional<Grade> grade) {
    unreadable |= grade.isEmpty();
    if (grade.isPresent() && worst.filter(known -> known.compareTo(grade.get()) <= 0).isEmpty()) {
      worst = grade;
    }
  }

  private static Optional<Grade> score(String text) {
    try {
      return Grade.ofScore(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private void end() {
    if (counts) {
      Optional<Grade> grade = unreadable ? Optional.empty() : worst;
      findings.add(grade.map(Grade::word).orElse(""), grade, Findings.NOBODY_SAYS);
    }
  }

  Findings findings() {
    return findings;
  }

  String format() {
    return format;
  }

  boolean hasVulnerabilities() {
    return hasVulnerabilities;
  }

  /** Missing when not told. */
  JsonNode time() {
    return time;
  }
}
