package dev.muster.core.catalogue.yaml;

import dev.muster.core.catalogue.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can stand somewhere in a catalogue, in the words of JSON Schema. */
record Shape(CanonicalJson json) {
  private static final String SPAN =
      "^(" + String.join("|", new TreeSet<>(Spans.CADENCES.keySet())) + "|\\d{1,6}[dhms]|P.+)$";

  private static Shape of(String type) {
    return new Shape(new CanonicalJson().with("type", type));
  }

  /** For the one who hovers over it. */
  Shape says(String description) {
    json.with("description", description);
    return this;
  }

  static Shape text() {
    return of("string");
  }

  static Shape flag() {
    return of("boolean");
  }

  static Shape id() {
    return matching(Names.idPattern());
  }

  static Shape span() {
    return matching(SPAN).says(Spans.EXPECTED);
  }

  static Shape day() {
    return matching("^\\d{4}-\\d{2}-\\d{2}$").says(ServiceParts.DATE);
  }

  static Shape matching(String pattern) {
    return new Shape(text().json().with("pattern", pattern));
  }

  static Shape number(double atLeast) {
    return new Shape(of("number").json().with("minimum", atLeast));
  }

  /** Neither of the two itself. */
  static Shape between(double least, double most) {
    return new Shape(
        of("number").json().with("exclusiveMinimum", least).with("exclusiveMaximum", most));
  }

  static Shape share() {
    return new Shape(of("number").json().with("exclusiveMinimum", 0.0).with("maximum", 1.0));
  }

  static Shape tier() {
    return new Shape(of("integer").json().with("minimum", 1).with("maximum", 4))
        .says(ServiceDocument.TIER);
  }

  /** Words of a closed list. */
  static Shape words(Collection<String> words) {
    return new Shape(new CanonicalJson().with("enum", List.copyOf(new TreeSet<>(words))));
  }

  /** Constants, as they are or small with hyphens, as {@link Fields#oneOf} reads them. */
  static <E extends Enum<E>> Shape oneOf(Class<E> type) {
    List<E> constants = Arrays.asList(type.getEnumConstants());
    return words(
        constants.stream().flatMap(one -> Stream.of(one.name(), Fields.word(one.name()))).toList());
  }

  static Shape listOf(Shape items) {
    return new Shape(of("array").json().with("items", items.json()));
  }

  /** One, or a list of them. */
  static Shape someOf(Shape one) {
    return anyOf(one, listOf(one));
  }

  static Shape anyOf(Shape... shapes) {
    return new Shape(
        new CanonicalJson().with("anyOf", Stream.of(shapes).map(Shape::json).toList()));
  }

  /** A number, or a text of it. */
  static Shape wholeNumber(int least) {
    return anyOf(
        new Shape(of("integer").json().with("minimum", least)), matching("^[1-9]\\d{0,17}$"));
  }

  /** Fields of any name. */
  static Shape mapOf(Shape values) {
    return new Shape(of("object").json().with("additionalProperties", values.json()));
  }

  static Shape anything() {
    return of("object");
  }

  /** Fields with these names and no others. */
  static Mapping mapping() {
    return new Mapping(new LinkedHashMap<>(), new ArrayList<>());
  }

  /** A mapping while its fields are named. */
  record Mapping(Map<String, CanonicalJson> fields, List<String> required) {
    Mapping may(String name, Shape shape) {
      fields.put(name, shape.json());
      return this;
    }

    Mapping must(String name, Shape shape) {
      required.add(name);
      return may(name, shape);
    }

    Shape only() {
      return new Shape(open().json().with("additionalProperties", false));
    }

    /** Others too, except those whose names begin so. */
    Shape openExcept(String prefix) {
      String known =
          fields.keySet().stream()
              .filter(name -> name.startsWith(prefix))
              .map(name -> name.substring(prefix.length()))
              .collect(Collectors.joining("|"));
      String begins = prefix.replace(".", "\\.");
      Shape names = matching("^(?!%s).*$|^%s(%s)$".formatted(begins, begins, known));
      return new Shape(open().json().with("propertyNames", names.json()));
    }

    Shape open() {
      return new Shape(of("object").json().with("properties", fields).with("required", required));
    }
  }
}
