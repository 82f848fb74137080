package dev.muster.ingest.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.ingest.fact.Candidate;
import dev.muster.ingest.fact.FactKind;
import dev.muster.ingest.fact.FieldErrors;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Prometheus Alertmanager's webhook, version 4: one fact for each alert of the group.
 *
 * <p>A fact's id is the alert's fingerprint, start and state, so that a resend says nothing new. A
 * heartbeat (severity none) is told apart by the minute as well: each is a sign of life.
 */
final class Alertmanager implements Collector {
  private static final Map<String, String> SEVERITIES =
      Map.of(
          "critical", "PAGE",
          "page", "PAGE",
          "warning", "TICKET",
          "ticket", "TICKET",
          "info", "INFO",
          "none", "NONE");

  @Override
  public String tool() {
    return "alertmanager";
  }

  @Override
  public Reading read(Incoming incoming) {
    Reading reading = new Reading();
    JsonNode body = Json.parse(incoming.bytes(), "", reading.errors()).orElse(null);
    if (body == null) {
      return reading;
    }
    JsonNode version = body.path("version");
    if (!version.asText().equals("4")) {
      reading
          .errors()
          .add(
              "version",
              "\"4\", as Alertmanager sends",
              version.asText().matches("[0-9.]{1,9}")
                  ? FieldErrors.shown(version)
                  : FieldErrors.kindOf(version));
    }
    JsonNode alerts = body.path("alerts");
    if (!alerts.isArray()) {
      reading.errors().add("alerts", "a list", FieldErrors.kindOf(alerts));
    }
    for (int i = 0; i < alerts.size(); i++) {
      alert(new One(body, alerts.path(i), "alerts[" + i + ']', incoming), reading);
    }
    long truncated = body.path("truncatedAlerts").asLong();
    if (truncated > 0) {
      reading.lacks(truncated);
    }
    return reading;
  }

  /** One alert and where it stands. */
  private record One(JsonNode body, JsonNode alert, String path, Incoming incoming) {
    String text(String field) {
      return alert.path(field).asText();
    }

    /** The group's labels stand in where a template left out the alert's own. */
    String label(String name) {
      return alert.path("labels").path(name).asText(body.path("commonLabels").path(name).asText());
    }

    String annotation(String name) {
      return alert.path("annotations").path(name).asText();
    }
  }

  private static void alert(One one, Reading reading) {
    FieldErrors errors = reading.errors();
    int before = errors.count();
    need(one, "fingerprint", one.text("fingerprint"), errors);
    need(one, "labels.alertname", one.label("alertname"), errors);
    boolean firing = one.text("status").equals("firing");
    if (!firing && !one.text("status").equals("resolved")) {
      errors.add(
          one.path() + ".status",
          "firing or resolved",
          FieldErrors.kindOf(one.alert().path("status")));
    }
    Optional<Instant> startsAt = instant(one, "startsAt");
    if (startsAt.isEmpty()) {
      errors.add(
          one.path() + ".startsAt",
          "an ISO-8601 time with an offset",
          FieldErrors.kindOf(one.alert().path("startsAt")));
    }
    if (errors.count() == before) {
      reading.add(
          new Candidate(
              FactKind.ALERT, fact(one, firing, startsAt.orElseThrow()), one.path(), true));
    }
  }

  private static void need(One one, String field, String value, FieldErrors errors) {
    if (value.isBlank()) {
      errors.add(one.path() + '.' + field, "text", "nothing");
    }
  }

  private static ObjectNode fact(One one, boolean firing, Instant startsAt) {
    Instant received = one.incoming().received();
    String severity =
        SEVERITIES.getOrDefault(one.label("severity").toLowerCase(Locale.ROOT), "UNKNOWN");
    boolean heartbeat = severity.equals("NONE");
    Instant time = startsAt;
    if (!firing) {
      time = instant(one, "endsAt").orElse(received);
    } else if (heartbeat) {
      time = received;
    }
    String id = one.text("fingerprint") + '-' + startsAt.toEpochMilli() + '-' + one.text("status");
    long minute = received.toEpochMilli() / Duration.ofMinutes(1).toMillis();
    ObjectNode fact =
        Json.object()
            .put("id", heartbeat && firing ? id + '-' + minute : id)
            .put("time", time.toString())
            .put("rule", one.label("alertname"))
            .put("fingerprint", one.text("fingerprint"))
            .put("startedAt", startsAt.toString())
            .put("severity", severity)
            .put("state", firing ? "FIRING" : "RESOLVED");
    about(one, heartbeat, fact);
    optional(fact, "title", one.annotation("summary"));
    optional(fact, "runbook", one.annotation("runbook_url"));
    optional(fact, "url", one.text("generatorURL"));
    optional(fact, "groupKey", one.body().path("groupKey").asText());
    optional(fact, "environment", one.label("environment"));
    optional(fact, "musterId", one.label("muster_id"));
    one.incoming().parameter("source").ifPresent(source -> fact.put("source", source));
    return fact;
  }

  /** The URL's service, else the catalogue's rule for such labels, else the label. */
  private static void about(One one, boolean heartbeat, ObjectNode fact) {
    Map<String, String> keys = new HashMap<>();
    for (JsonNode labels : List.of(one.body().path("commonLabels"), one.alert().path("labels"))) {
      labels
          .properties()
          .forEach(label -> keys.put("labels." + label.getKey(), label.getValue().asText()));
    }
    String service =
        one.incoming()
            .parameter("service")
            .or(() -> one.incoming().known().named("alertmanager", keys))
            .orElse(one.label("service"));
    if (!service.isBlank()) {
      fact.put("service", service);
    } else if (heartbeat) {
      fact.put("subject", "org");
    }
  }

  /** Years before 1970 are Go's zero time, which means absent. */
  private static Optional<Instant> instant(One one, String field) {
    try {
      return Optional.of(OffsetDateTime.parse(one.text(field)).toInstant())
          .filter(time -> !time.isBefore(Instant.EPOCH));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static void optional(ObjectNode fact, String field, String text) {
    if (!text.isBlank()) {
      fact.put(field, text);
    }
  }
}
