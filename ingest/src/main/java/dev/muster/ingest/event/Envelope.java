package dev.muster.ingest.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.ingest.collector.Json;
import dev.muster.ingest.collector.Reading;
import dev.muster.ingest.fact.Candidate;
import dev.muster.ingest.fact.FactKind;
import dev.muster.ingest.fact.FieldErrors;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One CloudEvent as JSON: its attributes, and a fact as its data. */
final class Envelope {
  private final JsonNode event;
  private final String path;
  private final Reading reading;

  Envelope(JsonNode event, String path, Reading reading) {
    this.event = event;
    this.path = path;
    this.reading = reading;
  }

  void read() {
    FieldErrors errors = reading.errors();
    int before = errors.count();
    if (!event.isObject()) {
      errors.add(path, "an event", FieldErrors.kindOf(event));
      return;
    }
    for (String name : new String[] {"id", "source"}) {
      if (!event.path(name).isTextual()) {
        errors.add(at(name), "text", FieldErrors.kindOf(event.path(name)));
      }
    }
    if (!event.path("specversion").asText().equals("1.0")) {
      errors.add(at("specversion"), "\"1.0\"", FieldErrors.shown(event.path("specversion")));
    }
    FactKind kind = FactKind.ofEventType(event.path("type").asText()).orElse(null);
    if (kind == null) {
      errors.add(
          at("type"),
          "dev.muster.fact.….v1 of a kind taken here",
          FieldErrors.shown(event.path("type")));
    }
    ObjectNode data = data();
    if (data != null && kind != null) {
      merge(data);
      if (errors.count() == before) {
        reading.add(new Candidate(kind, data, at("data")));
      }
    }
  }

  private @Nullable ObjectNode data() {
    String type = event.path("datacontenttype").asText("").toLowerCase(Locale.ROOT);
    if (!type.isEmpty() && !type.matches("application/([a-z0-9.]+\\+)?json\\b.*")) {
      reading.errors().add(at("datacontenttype"), "application/json", "another type");
    }
    JsonNode data = event.has("data_base64") ? encoded() : event.path("data");
    if (data instanceof ObjectNode object) {
      return object.deepCopy();
    }
    if (!event.has("data_base64")) {
      reading.errors().add(at("data"), "a fact as an object", FieldErrors.kindOf(data));
    }
    return null;
  }

  private JsonNode encoded() {
    try {
      byte[] bytes = Base64.getDecoder().decode(event.path("data_base64").asText());
      return Json.parse(bytes, at("data_base64"), reading.errors())
          .orElse(MissingNode.getInstance());
    } catch (IllegalArgumentException e) {
      reading.errors().add(at("data_base64"), "Base64", "something else");
      return MissingNode.getInstance();
    }
  }

  /** The attributes are the fact's, unless it says the same itself. */
  private void merge(ObjectNode data) {
    for (String name : new String[] {"id", "source", "time"}) {
      if (data.has(name) && event.has(name) && !data.get(name).equals(event.get(name))) {
        reading.errors().add(at("data." + name), "the same as the event's " + name, "another");
      } else if (event.has(name)) {
        data.set(name, event.get(name));
      }
    }
    String subject = event.path("subject").asText();
    if (!subject.isEmpty() && !data.has("service") && !data.has("subject")) {
      data.put(subject.equals("org") || subject.contains("/") ? "subject" : "service", subject);
    }
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + '.' + name;
  }
}
