package dev.muster.core.catalogue.yaml;

import dev.muster.core.catalogue.DidYouMean;
import dev.muster.core.catalogue.Names;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads the fields of one mapping. What is wrong goes to the findings and reads as absent, so that
 * one pass finds everything; what was never asked for is unknown, and {@link #done} refuses it.
 */
final class Fields {
  private final Node.Mapping mapping;
  private final Findings findings;
  private final Set<String> asked = new LinkedHashSet<>();

  /** Stands for what is no mapping; that is said already, and nothing more is missing. */
  private boolean hollow;

  Fields(Node.Mapping mapping, Findings findings) {
    this.mapping = mapping;
    this.findings = findings;
  }

  /** Of a node that should be a mapping; of none at all where it is not. */
  static Fields of(Node node, Findings findings) {
    if (node instanceof Node.Mapping mapping) {
      return new Fields(mapping, findings);
    }
    findings.mistake(node, "a mapping", "write its fields below it, indented");
    Fields none = new Fields(new Node.Mapping(node.place(), node.path(), Map.of()), findings);
    none.hollow = true;
    return none;
  }

  Node.Mapping mapping() {
    return mapping;
  }

  Findings findings() {
    return findings;
  }

  boolean has(String name) {
    asked.add(name);
    Node.Field field = mapping.fields().get(name);
    return field != null && !isNothing(field.value());
  }

  /** Notes those that are absent. */
  Fields require(String... names) {
    for (String name : names) {
      if (!has(name) && !hollow) {
        Node.Field field = mapping.fields().get(name);
        findings.mistake(
            field == null ? mapping.place() : field.place(),
            pathOf(name),
            "a value",
            "nothing",
            advice(name));
      }
    }
    return this;
  }

  private String advice(String name) {
    return mapping.fields().keySet().stream()
        .filter(other -> other.equalsIgnoreCase(name) && !other.equals(name))
        .findFirst()
        .map(other -> "write " + other + " as " + name)
        .orElse("add the field " + name);
  }

  Optional<Node> node(String name) {
    return has(name)
        ? Optional.ofNullable(mapping.fields().get(name)).map(Node.Field::value)
        : Optional.empty();
  }

  Optional<String> text(String name) {
    return value(name, "a text", text -> text);
  }

  Optional<String> id(String name) {
    return value(name, "an id of a-z, 0-9, '.', '_' and '-'", Fields::idOf);
  }

  Optional<Duration> span(String name) {
    return value(name, Spans.EXPECTED, Spans::parse);
  }

  Optional<Double> number(String name) {
    return value(name, "a number of at least 0", Fields::numberOf);
  }

  Optional<Boolean> flag(String name) {
    return value(name, "true or false", Fields::flagOf);
  }

  /** The id of another document, which is looked up when all are read. */
  Optional<String> reference(String name, Kind kind) {
    Optional<String> id = text(name);
    id.ifPresent(one -> findings.reference(kind, one, placeOf(name), pathOf(name)));
    return id;
  }

  List<String> references(String name, Kind kind) {
    List<String> ids = new ArrayList<>();
    for (Node item : items(name)) {
      scalar(item, "a text", text -> text)
          .ifPresent(
              id -> {
                findings.reference(kind, id, item.place(), item.path());
                ids.add(id);
              });
    }
    return ids;
  }

  <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> type) {
    return node(name).flatMap(node -> oneOf(node, type));
  }

  /** Constants are written as they are or small with hyphens. */
  <E extends Enum<E>> Optional<E> oneOf(Node node, Class<E> type) {
    Map<String, E> words =
        Arrays.stream(type.getEnumConstants())
            .collect(
                Collectors.toMap(
                    one -> word(one.name()), one -> one, (a, b) -> a, LinkedHashMap::new));
    return word(node, words.keySet(), Fields::word).map(words::get);
  }

  /** Words of a closed list. */
  List<String> words(String name, Collection<String> known) {
    return items(name).stream()
        .map(item -> word(item, known, text -> text))
        .flatMap(Optional::stream)
        .toList();
  }

  Optional<String> word(Node node, Collection<String> known, Function<String, String> form) {
    Optional<String> word = scalar(node, "one of " + String.join(", ", known), text -> text);
    if (word.isPresent() && !known.contains(form.apply(word.get()))) {
      findings.mistake(
          node,
          "one of " + known.stream().sorted().collect(Collectors.joining(", ")),
          DidYouMean.nearest(form.apply(word.get()), known)
              .map(near -> "did you mean " + near + "?")
              .orElse(""));
      return Optional.empty();
    }
    return word.map(form);
  }

  List<String> texts(String name) {
    return values(name, "a text", text -> text);
  }

  <T> List<T> values(String name, String expected, Function<String, T> parse) {
    return items(name).stream()
        .map(item -> scalar(item, expected, parse))
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * A list of mappings.
   *
   * @param first the field that a lone word most likely is
   */
  List<Fields> mappings(String name, String first) {
    return items(name).stream()
        .filter(item -> item instanceof Node.Mapping || refuse(item, first))
        .map(item -> of(item, findings))
        .toList();
  }

  Optional<Fields> mapping(String name) {
    return node(name).map(node -> of(node, findings));
  }

  List<Node> items(String name) {
    Optional<Node> node = node(name);
    if (node.isPresent() && !(node.get() instanceof Node.Items)) {
      findings.mistake(node.get(), "a list", "write it as [" + name(node.get()) + "]");
    }
    return node.orElse(null) instanceof Node.Items list ? list.items() : List.of();
  }

  /** All fields, whatever their names; none is unknown any more. */
  Map<String, Node.Field> any() {
    asked.addAll(mapping.fields().keySet());
    return mapping.fields();
  }

  <T> Optional<T> value(String name, String expected, Function<String, T> parse) {
    return node(name).flatMap(node -> scalar(node, expected, parse));
  }

  <T> Optional<T> scalar(Node node, String expected, Function<String, T> parse) {
    if (node instanceof Node.Scalar scalar && scalar.text() != null) {
      try {
        return Optional.of(parse.apply(scalar.text()));
      } catch (IllegalArgumentException | DateTimeException e) {
        findings.mistake(node, expected, "");
        return Optional.empty();
      }
    }
    findings.mistake(node, expected, "");
    return Optional.empty();
  }

  void done() {
    mapping.fields().forEach(this::refuseUnknown);
  }

  /** Names that were never asked for. */
  List<String> unknown() {
    return mapping.fields().keySet().stream().filter(name -> !asked.contains(name)).toList();
  }

  private void refuseUnknown(String name, Node.Field field) {
    if (!asked.contains(name)) {
      findings.mistake(
          field.place(),
          pathOf(name),
          "a known field",
          name,
          DidYouMean.nearest(name, asked)
              .map(near -> "did you mean " + near + "?")
              .orElseGet(
                  () ->
                      "known here: " + asked.stream().sorted().collect(Collectors.joining(", "))));
    }
  }

  private boolean refuse(Node item, String first) {
    findings.mistake(
        item,
        "a mapping",
        item instanceof Node.Scalar
            ? "write it as {%s: %s}".formatted(first, name(item))
            : "write its fields below it, indented");
    return false;
  }

  String pathOf(String name) {
    return mapping.path().isEmpty() ? name : mapping.path() + "." + name;
  }

  Place placeOf(String name) {
    Node.Field field = mapping.fields().get(name);
    return field == null ? mapping.place() : field.value().place();
  }

  /** Where its name stands; the value of a mapping begins a line below. */
  Place placeOfName(String name) {
    Node.Field field = mapping.fields().get(name);
    return field == null ? mapping.place() : field.place();
  }

  static String idOf(String text) {
    if (!Names.isId(text)) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  static double numberOf(String text) {
    double number = Double.parseDouble(text);
    if (!(number >= 0) || Double.isInfinite(number)) {
      throw new IllegalArgumentException(text);
    }
    return number;
  }

  static boolean flagOf(String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw new IllegalArgumentException(text);
    }
    return text.equals("true");
  }

  static String word(String text) {
    return text.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String name(Node node) {
    return node instanceof Node.Scalar scalar && scalar.text() != null ? scalar.text() : "{…}";
  }

  private static boolean isNothing(Node node) {
    return node instanceof Node.Scalar scalar && scalar.text() == null;
  }
}
