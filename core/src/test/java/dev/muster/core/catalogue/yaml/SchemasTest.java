package dev.muster.core.catalogue.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.muster.core.catalogue.yaml.CatalogueReader.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SchemasTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One document per kind, with every mapping that can stand in it, each with a field too many. */
  private static final String TOO_MUCH =
      """
      apiVersion: muster/v1
      kind: Service
      metadata: {name: a, zzzzzzzz: 1}
      spec:
        zzzzzzzz: 1
        deploy: {zzzzzzzz: 1}
        datasets: [{zzzzzzzz: 1, name: a, kind: b}]
        public: {zzzzzzzz: 1, component: a}
        standards: [{zzzzzzzz: 1, id: six-gates}]
      ---
      apiVersion: muster/v1
      kind: System
      metadata: {name: a}
      spec: {zzzzzzzz: 1}
      ---
      apiVersion: muster/v1
      kind: Team
      metadata: {name: a}
      spec: {zzzzzzzz: 1, members: [{zzzzzzzz: 1}]}
      ---
      apiVersion: muster/v1
      kind: Rotation
      metadata: {name: a}
      spec: {zzzzzzzz: 1, hours: {zzzzzzzz: 1}, layers: [{zzzzzzzz: 1}]}
      ---
      apiVersion: muster/v1
      kind: Check
      metadata: {name: a}
      spec: {zzzzzzzz: 1}
      ---
      apiVersion: muster/v1
      kind: Standard
      metadata: {name: a}
      spec:
        zzzzzzzz: 1
        gates:
          - zzzzzzzz: 1
            requires:
              - {type: scan, zzzzzzzz: 1, match: {zzzzzzzz: 1}}
              - {type: backup, zzzzzzzz: 1, match: {zzzzzzzz: 1}}
              - {type: deploy, zzzzzzzz: 1, match: {zzzzzzzz: 1}}
              - {type: alert, ask: pages-answered, zzzzzzzz: 1}
              - {type: alert, ask: proposals-answered, zzzzzzzz: 1}
              - {type: alert, ask: pages-per-week, zzzzzzzz: 1}
              - {type: slo, ask: measured, zzzzzzzz: 1}
              - {type: slo, ask: every-one-pages, zzzzzzzz: 1}
              - {type: review, ask: week-closed, zzzzzzzz: 1}
              - {anyOf: [{check: tests, fresh: weekly}], zzzzzzzz: 1}
      ---
      apiVersion: openslo/v1
      kind: SLO
      metadata: {name: a, zzzzzzzz: 1, annotations: {muster.dev/zzzzzzzz: 1}}
      spec:
        zzzzzzzz: 1
        indicator:
          zzzzzzzz: 1
          spec:
            zzzzzzzz: 1
            ratioMetric:
              zzzzzzzz: 1
              good: {zzzzzzzz: 1, metricSource: {zzzzzzzz: 1}}
              total: {zzzzzzzz: 1}
        timeWindow: [{zzzzzzzz: 1, duration: 30d}]
        objectives: [{zzzzzzzz: 1}]
      ---
      apiVersion: openslo/v1
      kind: SLI
      metadata: {name: a, zzzzzzzz: 1}
      spec: {zzzzzzzz: 1}
      ---
      apiVersion: openslo/v1
      kind: DataSource
      metadata: {name: a, zzzzzzzz: 1}
      spec: {zzzzzzzz: 1, type: a}
      """;

  @Test
  void everyCatalogueWeHaveSatisfiesThem() throws IOException {
    JsonNode schema = schema(Schemas.ALL);
    List<String> texts = new ArrayList<>(BuiltIn.files().values());
    for (String folder : List.of("../catalogue", "../app/src/main/resources/demo/catalogue")) {
      try (Stream<Path> files = Files.walk(Path.of(folder))) {
        for (Path file : files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
          texts.add(Files.readString(file));
        }
      }
    }

    int documents = 0;
    for (String text : texts) {
      for (JsonNode document : documents(text)) {
        documents++;
        assertThat(SchemaCheck.faults(schema, document, document.at("/metadata/name").asText()))
            .isEmpty();
      }
    }
    assertThat(documents).isGreaterThan(65);
  }

  @Test
  void theyKnowTheFieldsThatTheReaderKnows() throws IOException {
    Map<String, TreeSet<String>> read = new TreeMap<>();
    Reading.Invalid invalid =
        (Reading.Invalid) CatalogueReader.read(new TreeMap<>(Map.of("a.yaml", TOO_MUCH)));
    List<JsonNode> documents = documents(TOO_MUCH);
    for (Mistake mistake : invalid.mistakes()) {
      if (mistake.got().equals("zzzzzzzz")) {
        String place = documents.get(document(mistake.line())).path("kind").asText();
        List<String> known = List.of(mistake.advice().replace("known here: ", "").split(", "));
        read.computeIfAbsent(
                place + ": " + place(mistake, documents.get(document(mistake.line()))),
                any -> new TreeSet<>())
            .addAll(known);
      }
    }

    assertThat(read).hasSize(39);
    read.forEach(
        (place, names) -> {
          // Asked for to tell what it is, or only to be refused.
          names.removeAll(List.of("hash", "checks"));
          if (place.contains("type")) {
            names.remove("anyOf");
            if (!place.contains("scan")) {
              names.remove("check");
            }
          }
          assertThat(names).as(place).isEqualTo(SchemaCheck.names(shape(place)));
        });
  }

  @Test
  void theyRefuseWhatTheReaderRefuses() throws IOException {
    for (JsonNode document : documents(TOO_MUCH)) {
      assertThat(SchemaCheck.faults(schema(Schemas.ALL), document, "")).isNotEmpty();
    }
  }

  private static int document(int line) {
    return (int) TOO_MUCH.lines().limit(line).filter(text -> text.equals("---")).count();
  }

  /** Its path without numbers; of a requirement, its type too. */
  private static String place(Mistake mistake, JsonNode document) {
    String path = mistake.path().replace(".zzzzzzzz", "");
    JsonNode requirement =
        document.at(
            "/" + path.replace(".match", "").replaceAll("\\[(\\d+)]", "/$1").replace('.', '/'));
    String type = requirement.path("type").asText();
    return path.replaceAll("\\[\\d+]", "[]")
        + (type.isEmpty() || !path.contains("requires") ? "" : " type " + type)
        + (requirement.has("anyOf") ? " any" : "");
  }

  private static JsonNode shape(String place) {
    String kind = place.substring(0, place.indexOf(':')).toLowerCase(java.util.Locale.ROOT);
    String[] words = place.substring(place.indexOf(' ') + 1).split(" ", -1);
    boolean ours = Schemas.all().containsKey(kind);
    String openslo = kind.equals("datasource") ? "openslo-data-source" : "openslo-" + kind;
    JsonNode shape = schema(ours ? kind : openslo);
    for (String field : words[0].split("\\.", -1)) {
      if (field.equals("match")) {
        return of(shape, words).path("properties").path("match");
      }
      shape = shape.path("properties").path(field.replace("[]", ""));
      shape = field.endsWith("[]") ? shape.path("items") : shape;
    }
    return words.length == 1 ? shape : of(shape, words);
  }

  /** Of the requirements, the one of a type. */
  private static JsonNode of(JsonNode requirement, String[] words) {
    JsonNode single = requirement.path("anyOf").get(0);
    if (words[1].equals("any")) {
      return requirement.path("anyOf").get(1);
    }
    for (JsonNode one : single.path("anyOf")) {
      if (one.at("/properties/type/enum/0").asText().equals(words[2])) {
        return one;
      }
    }
    throw new IllegalStateException("no shape of " + words[2]);
  }

  private static JsonNode schema(String name) {
    try {
      return JSON.readTree(Schemas.all().get(name));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static List<JsonNode> documents(String text) throws IOException {
    try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
      return documents.readAll().stream().filter(JsonNode::isObject).toList();
    }
  }
}
