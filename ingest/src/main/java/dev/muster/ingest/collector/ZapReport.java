package dev.muster.ingest.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What one report of ZAP says, in either of its forms. */
final class ZapReport implements XmlStream.Elements {
  private static final Map<String, String> RISKS =
      Map.of("3", "high", "2", "medium", "1", "low", "0", "informational");

  /** What a person marked so in ZAP. */
  private static final String FALSE_POSITIVE = "0";

  private final Findings findings = new Findings();
  private boolean hasSites;
  private long sites;
  private boolean missedOne;
  private String site = "";
  private String version = "";
  private JsonNode created = MissingNode.getInstance();
  private JsonNode generated = MissingNode.getInstance();

  private long alerts;
  private String risk = "";
  private String confidence = "";

  /** One member of the whole. */
  void member(JsonStream json, String name) throws IOException {
    switch (name) {
      case "@version" -> version = json.text();
      case "@generated" -> generated = json.scalar();
      case "created" -> created = json.scalar();
      case "site" -> {
        hasSites = true;
        json.list(each -> site(json));
      }
      default -> {}
    }
  }

  private void site(JsonStream json) throws IOException {
    alerts = 0;
    json.object(
        member -> {
          if (member.equals("@name")) {
            site = json.text();
          } else if (member.equals("alerts")) {
            json.list(each -> alert(json));
          }
        });
    siteEnded();
  }

  private void alert(JsonStream json) throws IOException {
    alertBegan();
    json.object(
        member -> {
          if (member.equals("riskcode")) {
            risk = json.text();
          } else if (member.equals("confidence")) {
            confidence = json.text();
          }
        });
    alertEnded();
  }

  @Override
  public void start(String name, Function<String, Optional<String>> attributes) {
    switch (name) {
      case "OWASPZAPReport" -> {
        hasSites = true;
        version = attributes.apply("version").orElse("");
        attributes.apply("generated").ifPresent(text -> generated = new TextNode(text));
        attributes.apply("created").ifPresent(text -> created = new TextNode(text));
      }
      case "site" -> {
        site = attributes.apply("name").orElse("");
        alerts = 0;
      }
      case "alertitem" -> alertBegan();
      default -> {}
    }
  }

  @Override
  public void end(String name, String text) {
    switch (name) {
      case "riskcode" -> risk = text;
      case "confidence" -> confidence = text;
      case "alertitem" -> alertEnded();
      case "site" -> siteEnded();
      default -> {}
    }
  }

  private void alertBegan() {
    risk = "";
    confidence = "";
  }

  private void alertEnded() {
    alerts++;
    if (!confidence.equals(FALSE_POSITIVE)) {
      findings.add(RISKS.getOrDefault(risk, ""), Findings.NOBODY_SAYS);
    }
  }

  private void siteEnded() {
    sites++;
    missedOne |= alerts == 0;
  }

  Findings findings() {
    return findings;
  }

  /** Whether it has the form of a report at all. */
  boolean hasSites() {
    return hasSites;
  }

  long sites() {
    return sites;
  }

  /** Whether one of them has not a single alert. */
  boolean missedOne() {
    return missedOne;
  }

  /** The last one's address. */
  String site() {
    return site;
  }

  String version() {
    return version;
  }

  /** To the nanosecond, of newer versions; missing in others. */
  JsonNode created() {
    return created;
  }

  /** Without a zone. */
  JsonNode generated() {
    return generated;
  }
}
