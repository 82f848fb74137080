package dev.muster.app.end;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A service's scorecard as readers of the API get it. */
record Scorecard(JsonNode json) {

  JsonNode gate(String standard, String gate) {
    for (JsonNode one : json.path("standards")) {
      if (one.path("standard").asText().equals(standard)) {
        for (JsonNode each : one.path("gates")) {
          if (each.path("gate").asText().equals(gate)) {
            return each;
          }
        }
      }
    }
    throw new AssertionError("no gate " + standard + "/" + gate + " in " + json);
  }

  /**
   * {@code RESTORE of orders-db: MISSING NEVER_SEEN}, of each entry of a gate that is not shown.
   */
  List<String> lacks(String standard, String gate) {
    List<String> lacks = new ArrayList<>();
    for (JsonNode entry : gate(standard, gate).path("entries")) {
      lacks.add(
          "%s of %s: %s %s"
              .formatted(
                  entry.path("name").asText(),
                  entry.path("target").asText(),
                  entry.path("status").asText(),
                  entry.path("reason").asText()));
    }
    return lacks;
  }

  /** The sentence of one entry of a gate. */
  String sentence(String standard, String gate, String name, String target) {
    for (JsonNode entry : gate(standard, gate).path("entries")) {
      if (entry.path("name").asText().equals(name)
          && entry.path("target").asText().equals(target)) {
        return entry.path("sentence").asText();
      }
    }
    throw new AssertionError("no entry " + name + " of " + target + " in " + json);
  }

  /** What is in force: status, since, expires and evidence, by gate. */
  Map<String, String> inForce() {
    Map<String, String> gates = new TreeMap<>();
    for (JsonNode standard : json.path("standards")) {
      for (JsonNode gate : standard.path("gates")) {
        gates.put(
            standard.path("standard").asText() + '/' + gate.path("gate").asText(),
            String.join(
                " ",
                gate.path("status").asText(),
                gate.path("reason").asText(),
                "since",
                gate.path("since").asText(),
                "expires",
                gate.path("expires").asText(),
                "by",
                gate.path("evidence").asText()));
      }
    }
    return gates;
  }
}
