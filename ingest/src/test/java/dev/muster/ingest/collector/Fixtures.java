package dev.muster.ingest.collector;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.ingest.catalogue.KnownServices;
import dev.muster.ingest.fact.Fact;
import dev.muster.ingest.fact.FactReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One tool's samples, as its {@code contract.txt} lists them: {@code query} for all, then a line
 * for each {@code file | query | facts, or refused}. {@code needs} names what must not be broken,
 * {@code tells} the fields whose text goes on, {@code document} what else may be a whole document;
 * {@code text} says that any text is understood.
 */
record Fixtures(
    Collector collector,
    String query,
    List<Sample> samples,
    List<String> needs,
    Set<String> tells,
    Set<String> topLevel,
    boolean text) {
  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  /** One payload, how it is sent, and what comes of it. */
  record Sample(Collector collector, String file, String query, List<String> facts) {
    static final List<String> REFUSED = List.of("refused");

    byte[] body() {
      return resource(collector.tool() + '/' + file);
    }

    boolean isRefused() {
      return facts.equals(REFUSED);
    }

    boolean isGreen() {
      return facts.stream().anyMatch(Fixtures::isGreen);
    }

    boolean isJson() {
      return file.endsWith(".json") || file.endsWith(".sarif");
    }

    Reading read(byte[] body) {
      return Fixtures.read(collector, query, body);
    }

    @Override
    public String toString() {
      return collector.tool() + ' ' + file + " ?" + query;
    }
  }

  static Stream<Fixtures> all() {
    return Collectors.ALL.stream().map(Fixtures::of);
  }

  static Stream<Sample> allSamples() {
    return all().flatMap(fixtures -> fixtures.samples.stream());
  }

  static Fixtures of(Collector collector) {
    String query = "";
    List<Sample> samples = new ArrayList<>();
    Map<String, List<String>> lists = new LinkedHashMap<>();
    for (String line :
        new String(resource(collector.tool() + "/contract.txt"), UTF_8).lines().toList()) {
      List<String> parts = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
      if (parts.size() == 3) {
        String whole = parts.get(1).isEmpty() ? query : query + '&' + parts.get(1);
        samples.add(new Sample(collector, parts.get(0), whole, list(parts.get(2))));
      } else if (line.startsWith("query ")) {
        query = line.substring("query ".length());
      } else {
        String[] directive = line.split(" ", 2);
        lists.put(directive[0], directive.length < 2 ? List.of() : list(directive[1]));
      }
    }
    return new Fixtures(
        collector,
        query,
        samples,
        lists.getOrDefault("needs", List.of()),
        Set.copyOf(lists.getOrDefault("tells", List.of())),
        Set.copyOf(lists.getOrDefault("document", List.of())),
        lists.containsKey("text"));
  }

  private static List<String> list(String text) {
    return Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }

  private static byte[] resource(String name) {
    try (InputStream in = Fixtures.class.getResourceAsStream('/' + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Reading read(Collector collector, String query, byte[] body) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      parameters.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
    }
    return collector.read(new Incoming(parameters, Map.of(), body, KnownServices.NONE, NOON));
  }

  /** What it says of each: the check or operation, and how it ended. */
  static List<String> told(Reading reading) {
    return facts(reading).stream()
        .map(
            fact ->
                fact.text("check")
                        .or(() -> fact.text("operation"))
                        .or(() -> fact.text("state"))
                        .orElse("")
                    + ' '
                    + fact.text("outcome").or(() -> fact.text("state")).orElse(""))
        .toList();
  }

  static List<Fact> facts(Reading reading) {
    List<Fact> facts = new ArrayList<>();
    reading
        .candidates()
        .forEach(
            candidate -> {
              if (!candidate.json().has("source")) {
                candidate.json().put("source", "tests");
              }
              FactReader.read(candidate, reading.errors()).ifPresent(facts::add);
            });
    return reading.errors().isEmpty() ? facts : List.of();
  }

  static boolean isGreen(String fact) {
    return fact.endsWith(" PASSED") || fact.endsWith(" SUCCEEDED");
  }

  /** All that it says to anybody. */
  static String words(Reading reading) {
    return reading.candidates().stream().map(candidate -> candidate.json().toString()).toList()
        + " "
        + reading.errors().all()
        + reading.warnings();
  }

  @Override
  public String toString() {
    return collector.tool();
  }
}
