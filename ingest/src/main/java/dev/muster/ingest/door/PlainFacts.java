package dev.muster.ingest.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.ingest.collector.Incoming;
import dev.muster.ingest.collector.Json;
import dev.muster.ingest.collector.Reading;
import dev.muster.ingest.fact.Candidate;
import dev.muster.ingest.fact.FactKind;
import dev.muster.ingest.fact.FieldErrors;

/** Facts as plain JSON: one object, or a list of them. */
final class PlainFacts {
  private PlainFacts() {}

  static Reading read(FactKind kind, Incoming incoming) {
    Reading reading = new Reading();
    JsonNode json = Json.parse(incoming.bytes(), "", reading.errors()).orElse(null);
    if (json != null && json.isArray()) {
      for (int i = 0; i < json.size(); i++) {
        add(kind, json.path(i), "[" + i + ']', reading);
      }
    } else if (json != null) {
      add(kind, json, "", reading);
    }
    return reading;
  }

  private static void add(FactKind kind, JsonNode json, String path, Reading reading) {
    if (json instanceof ObjectNode object) {
      reading.add(new Candidate(kind, object, path));
    } else {
      reading.errors().add(path, "an object", FieldErrors.kindOf(json));
    }
  }
}
