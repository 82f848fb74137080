package dev.muster.ingest.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.ingest.collector.Incoming;
import dev.muster.ingest.collector.Json;
import dev.muster.ingest.collector.Reading;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * CloudEvents 1.0 over HTTP in its three forms: binary (attributes as {@code ce-…} headers),
 * structured and batched JSON.
 */
public final class CloudEvents {
  private static final String BINARY = "ce-";
  private static final String STRUCTURED = "application/cloudevents+json";
  private static final String BATCHED = "application/cloudevents-batch+json";

  private CloudEvents() {}

  public static Reading read(Incoming incoming) {
    Reading reading = new Reading();
    String type = incoming.header("content-type").orElse("").toLowerCase(Locale.ROOT);
    if (type.startsWith(BATCHED)) {
      batch(incoming, reading);
    } else if (type.startsWith(STRUCTURED)) {
      Json.parse(incoming.bytes(), "", reading.errors())
          .ifPresent(json -> new Envelope(json, "", reading).read());
    } else if (incoming.header(BINARY + "specversion").isPresent()) {
      binary(incoming, type, reading);
    } else {
      reading
          .errors()
          .add("content-type", STRUCTURED + ", " + BATCHED + ", or ce-… headers", "none of them");
    }
    return reading;
  }

  private static void batch(Incoming incoming, Reading reading) {
    JsonNode list = Json.parse(incoming.bytes(), "", reading.errors()).orElse(null);
    if (list != null && !list.isArray()) {
      reading.errors().add("", "a list of events", "something else");
    } else if (list != null) {
      for (int i = 0; i < list.size(); i++) {
        new Envelope(list.path(i), "[" + i + ']', reading).read();
      }
    }
  }

  private static void binary(Incoming incoming, String type, Reading reading) {
    ObjectNode event = Json.object();
    incoming
        .headers()
        .forEach(
            (name, value) -> {
              if (name.startsWith(BINARY)) {
                event.put(name.substring(BINARY.length()), decoded(value));
              }
            });
    if (!type.isEmpty()) {
      event.put("datacontenttype", type);
    }
    Json.parse(incoming.bytes(), "data", reading.errors())
        .ifPresent(
            data -> {
              event.set("data", data);
              new Envelope(event, "", reading).read();
            });
  }

  /** Header values are percent-encoded where they are not printable ASCII. */
  private static String decoded(String value) {
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
