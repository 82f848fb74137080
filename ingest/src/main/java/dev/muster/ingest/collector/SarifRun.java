package dev.muster.ingest.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one run of a SARIF file says of itself, and of the rules that its results speak of. */
final class SarifRun {
  /** The largest rule sets known have some thousands. */
  private static final int MOST_RULES = 50_000;

  /**
   * A rule.
   *
   * @param level of its results that say none; blank when it says none either
   * @param severity GitHub's {@code security-severity}: a score or a word; blank when absent
   */
  record Rule(String id, String level, String severity) {
    static final Rule NONE = new Rule("", "", "");
  }

  private String driver = "";
  private String version = "";
  private JsonNode ended = MissingNode.getInstance();
  private boolean broke;
  private boolean hasResults;
  private List<Rule> own = new ArrayList<>();
  private final List<List<Rule>> extensions = new ArrayList<>();
  private final Map<String, Rule> byId = new HashMap<>();

  /** Reads all of a run but its results. */
  static SarifRun read(JsonStream json) throws IOException {
    SarifRun run = new SarifRun();
    json.object(
        member -> {
          switch (member) {
            case "tool" -> run.tool(json);
            case "invocations" -> run.invocations(json);
            case "results" -> run.results(json);
            default -> {}
          }
        });
    return run;
  }

  private void results(JsonStream json) {
    hasResults = json.isList();
    if (!hasResults && !json.isNull()) {
      json.wrong("a list");
    }
  }

  private void tool(JsonStream json) throws IOException {
    json.object(
        part -> {
          if (part.equals("driver")) {
            own = component(json, true);
          } else if (part.equals("extensions") && !json.isNull()) {
            json.list(extension -> extensions.add(component(json, false)));
          }
        });
  }

  private List<Rule> component(JsonStream json, boolean main) throws IOException {
    List<Rule> rules = new ArrayList<>();
    json.object(
        member -> {
          if (main && member.equals("name")) {
            driver = json.text();
          } else if (main && (member.equals("version") || member.equals("semanticVersion"))) {
            version = json.text();
          } else if (member.equals("rules") && !json.isNull()) {
            json.list(rule -> rules.add(rule(json)));
          }
        });
    rules.forEach(rule -> byId.putIfAbsent(rule.id(), rule));
    if (byId.size() > MOST_RULES) {
      json.wrong("at most " + MOST_RULES + " rules");
    }
    return rules;
  }

  private static Rule rule(JsonStream json) throws IOException {
    String[] parts = {"", "", ""};
    json.object(
        member -> {
          switch (member) {
            case "id" -> parts[0] = json.text();
            case "defaultConfiguration" -> parts[1] = inside(json, "level");
            case "properties" -> parts[2] = inside(json, "security-severity");
            default -> {}
          }
        });
    return new Rule(parts[0], parts[1], parts[2]);
  }

  private static String inside(JsonStream json, String wanted) throws IOException {
    String[] found = {""};
    if (!json.isNull()) {
      json.object(
          member -> {
            if (member.equals(wanted)) {
              found[0] = json.isNull() ? "" : json.text().isBlank() ? "?" : json.text();
            }
          });
    }
    return found[0];
  }

  private void invocations(JsonStream json) throws IOException {
    if (json.isNull()) {
      return;
    }
    json.list(
        invocation ->
            json.object(
                member -> {
                  if (member.equals("executionSuccessful")) {
                    broke |= !json.scalar().asText().equals("true");
                  } else if (member.equals("endTimeUtc")) {
                    ended = json.scalar();
                  }
                }));
  }

  /**
   * A result's rule; {@link Rule#NONE} when it names none.
   *
   * @param extension where it stands among the extensions; negative for the driver
   * @param index negative when not told
   */
  Rule rule(int extension, int index, String id) {
    List<Rule> rules =
        extension < 0 ? own : extension < extensions.size() ? extensions.get(extension) : List.of();
    if (index >= 0 && index < rules.size()) {
      return rules.get(index);
    }
    // A result may name a part of a rule behind a slash.
    int slash = id.lastIndexOf('/');
    return Optional.ofNullable(byId.get(id))
        .or(() -> Optional.ofNullable(byId.get(id.substring(0, Math.max(slash, 0)))))
        .orElse(Rule.NONE);
  }

  String driver() {
    return driver;
  }

  String version() {
    return version;
  }

  /** When its last invocation ended; missing when not told. */
  JsonNode ended() {
    return ended;
  }

  /** Whether an invocation says that it did not succeed. */
  boolean broke() {
    return broke;
  }

  /** Whether there is a list of results, be it empty. */
  boolean hasResults() {
    return hasResults;
  }
}
