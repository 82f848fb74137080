package dev.muster.ingest.collector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.muster.ingest.fact.Candidate;
import dev.muster.ingest.fact.FieldErrors;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What a tool printed, with what it does not print and the URL tells: whose it is, and when. */
final class Upload {
  static final String EXIT_HEADER = "muster-exit-code";

  private final String tool;
  private final Incoming incoming;
  private final Reading reading = new Reading();
  private final Optional<ZoneId> zone;
  private final Set<String> ids = new HashSet<>();

  Upload(Collector collector, Incoming incoming) {
    this.tool = collector.tool();
    this.incoming = incoming;
    this.zone = zoneOf(incoming);
    if (incoming.service().isEmpty()) {
      errors().add("?service", "the service's id, or a token bound to one service", "nothing");
    }
  }

  String tool() {
    return tool;
  }

  Incoming incoming() {
    return incoming;
  }

  Reading reading() {
    return reading;
  }

  FieldErrors errors() {
    return reading.errors();
  }

  boolean isFine() {
    return errors().isEmpty();
  }

  void add(Candidate candidate) {
    reading.add(candidate);
  }

  /** Blank after adding an error when it is not there. */
  String need(String name, String expected) {
    Optional<String> given = incoming.parameter(name);
    if (given.isEmpty()) {
      errors().add('?' + name, expected, "nothing");
    }
    return given.orElse("");
  }

  /** The URL's check, else the one the report is of. */
  String check(String usual) {
    return incoming.parameter("check").orElse(usual);
  }

  /** Absent when nobody tells it. */
  OptionalInt exit() {
    Optional<String> text = incoming.parameter("exit").or(() -> incoming.header(EXIT_HEADER));
    if (text.isPresent() && !text.get().matches("\\d{1,3}")) {
      errors().add("?exit", "the tool's exit code, 0 to 255", "something else");
      return OptionalInt.empty();
    }
    return text.map(Integer::parseInt).map(OptionalInt::of).orElse(OptionalInt.empty());
  }

  /** The URL's time, else the payload's at {@code path}, else now. */
  ReportTime time(JsonNode payload, String path) {
    Optional<String> given = incoming.parameter("time");
    return instant(
            given.<JsonNode>map(TextNode::new).orElse(payload), given.isPresent() ? "?time" : path)
        .map(instant -> new ReportTime(instant, true))
        .orElse(new ReportTime(incoming.received(), false));
  }

  /** Empty when there is none, or after adding an error when it cannot be read. */
  Optional<Instant> instant(JsonNode payload, String path) {
    Time time = Time.of(payload, zone);
    if (time instanceof Time.At at) {
      return Optional.of(at.instant());
    } else if (time instanceof Time.Zoneless) {
      errors()
          .add(
              path,
              "a time with its zone, or ?zone= as Europe/Berlin, or ?time=",
              "a time without a zone");
    } else if (time instanceof Time.Unreadable) {
      errors().add(path, "a time", FieldErrors.kindOf(payload));
    }
    return Optional.empty();
  }

  /** The URL's id, else one of what was sent; no two facts of an upload have one. */
  String id(String part, boolean timed) {
    String id =
        incoming
            .parameter("id")
            .orElseGet(
                () ->
                    tool
                        + '-'
                        + part
                        + '-'
                        + UploadId.of(incoming, incoming.header(EXIT_HEADER).orElse(""), timed));
    return ids.add(id) ? id : id + '-' + part;
  }

  /** Writes the service and the source, and those parameters that the URL gives, into a fact. */
  void tell(ObjectNode fact, String... names) {
    incoming.service().ifPresent(service -> fact.put("service", service));
    incoming.parameter("source").ifPresent(source -> fact.put("source", source));
    for (String name : names) {
      incoming.parameter(name).ifPresent(text -> fact.put(name, text));
    }
  }

  private Optional<ZoneId> zoneOf(Incoming from) {
    try {
      return from.parameter("zone").map(ZoneId::of);
    } catch (DateTimeException e) {
      errors().add("?zone", "a time zone, as Europe/Berlin or +02:00", "something else");
      return Optional.empty();
    }
  }
}
