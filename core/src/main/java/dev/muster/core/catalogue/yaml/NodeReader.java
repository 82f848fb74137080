package dev.muster.core.catalogue.yaml;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns text into nodes; all of a file's documents, and its mistakes as far as it can be read. */
final class NodeReader {
  private static final YAMLFactory YAML = new YAMLFactory();
  private static final JsonFactory JSON = new JsonFactory();

  private final String file;
  private final List<String> lines;
  private final JsonParser parser;
  private final Findings findings;

  private NodeReader(String file, String text, JsonParser parser, Findings findings) {
    this.file = file;
    this.lines = text.lines().toList();
    this.parser = parser;
    this.findings = findings;
  }

  static List<Node> yaml(String file, String text, Findings findings) {
    try (JsonParser parser = YAML.createParser(text)) {
      return new NodeReader(file, text, parser, findings).documents();
    } catch (IOException e) {
      throw new UncheckedIOException("reading text that is already here", e);
    }
  }

  static List<Node> json(String name, String text, Findings findings) {
    try (JsonParser parser = JSON.createParser(text)) {
      return new NodeReader(name, text, parser, findings).documents();
    } catch (IOException e) {
      throw new UncheckedIOException("reading text that is already here", e);
    }
  }

  private List<Node> documents() throws IOException {
    List<Node> documents = new ArrayList<>();
    try {
      while (parser.nextToken() != null) {
        documents.add(node(""));
      }
    } catch (JsonProcessingException e) {
      findings.mistake(place(e.getLocation()), "", "valid YAML", "none", words(e));
    }
    return documents;
  }

  private Node node(String path) throws IOException {
    Place place = place(parser.currentTokenLocation());
    if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
      findings.mistake(
          place, path, "a value", "an alias (*" + parser.getText() + ")", "write the value out");
      return new Node.Scalar(place, path, null, place, lines);
    }
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      return mapping(place, path);
    }
    if (token == JsonToken.START_ARRAY) {
      List<Node> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(node(path + "[" + items.size() + "]"));
      }
      return new Node.Items(place, path, items);
    }
    String text = token == JsonToken.VALUE_NULL ? null : parser.getText();
    String said = text == null || text.isBlank() ? null : text;
    return new Node.Scalar(place, path, said, start(place), lines);
  }

  private Node mapping(Place place, String path) throws IOException {
    Map<String, Node.Field> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      Place at = place(parser.currentTokenLocation());
      parser.nextToken();
      Node value = node(path.isEmpty() ? name : path + "." + name);
      Node.Field first = fields.putIfAbsent(name, new Node.Field(at, value));
      if (first != null) {
        findings.mistake(
            at,
            value.path(),
            "each field once",
            "it again",
            "it stands in line " + first.place().line() + " already; keep one");
      }
    }
    return new Node.Mapping(place, path, fields);
  }

  /** Past a quote, or in the line after the sign of a block. */
  private Place start(Place place) {
    String line = place.line() <= lines.size() ? lines.get(place.line() - 1) : "";
    char sign = place.column() <= line.length() ? line.charAt(place.column() - 1) : ' ';
    if (sign == '"' || sign == '\'') {
      return new Place(file, place.line(), place.column() + 1);
    }
    if ((sign == '|' || sign == '>') && place.line() < lines.size()) {
      String next = lines.get(place.line());
      return new Place(file, place.line() + 1, next.length() - next.stripLeading().length() + 1);
    }
    return place;
  }

  private Place place(JsonLocation location) {
    return new Place(file, Math.max(location.getLineNr(), 1), Math.max(location.getColumnNr(), 1));
  }

  /** What the parser says, without the pieces of text it shows. */
  private static String words(JsonProcessingException e) {
    return e.getOriginalMessage()
        .lines()
        .filter(line -> !line.startsWith(" "))
        .collect(Collectors.joining(": "));
  }
}
