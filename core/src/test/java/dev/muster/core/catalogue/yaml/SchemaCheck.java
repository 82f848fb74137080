package dev.muster.core.catalogue.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

/** As much of JSON Schema as our schemas use. */
final class SchemaCheck {
  private SchemaCheck() {}

  /** What is wrong with a value; empty where nothing is. */
  static List<String> faults(JsonNode schema, JsonNode value, String path) {
    List<String> faults = new ArrayList<>();
    if (schema.has("enum") && !contains(schema.path("enum"), value)) {
      faults.add(path + ": " + value + " is none of " + schema.path("enum"));
    }
    if (schema.has("type") && !isType(schema.path("type").asText(), value)) {
      faults.add(path + ": need " + schema.path("type") + ", got " + value);
      return faults;
    }
    if (schema.has("pattern") && !value.asText().matches(schema.path("pattern").asText())) {
      faults.add(path + ": " + value + " does not match " + schema.path("pattern"));
    }
    if (schema.has("anyOf")
        && StreamSupport.stream(schema.path("anyOf").spliterator(), false)
            .noneMatch(one -> faults(one, value, path).isEmpty())) {
      faults.add(path + ": " + value + " is none of the shapes that can stand here");
    }
    for (JsonNode one : schema.path("allOf")) {
      if (faults(one.path("if"), value, path).isEmpty()) {
        faults.addAll(faults(one.path("then"), value, path));
      }
    }
    value
        .fieldNames()
        .forEachRemaining(
            name -> {
              String names = schema.at("/propertyNames/pattern").asText();
              if (!names.isEmpty() && !name.matches(names)) {
                faults.add(path + ": " + name + " is not known");
              }
            });
    schema
        .path("required")
        .forEach(
            name -> {
              if (!value.has(name.asText())) {
                faults.add(path + ": need " + name);
              }
            });
    for (JsonNode item : schema.has("items") ? value : List.<JsonNode>of()) {
      faults.addAll(faults(schema.path("items"), item, path + "[]"));
    }
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      JsonNode shape = schema.path("properties").path(field.getKey());
      JsonNode others = schema.path("additionalProperties");
      String below = path + "." + field.getKey();
      if (!shape.isMissingNode()) {
        faults.addAll(faults(shape, field.getValue(), below));
      } else if (others.isBoolean()) {
        faults.add(below + " is not known");
      } else if (others.isObject()) {
        faults.addAll(faults(others, field.getValue(), below));
      }
    }
    return faults;
  }

  /** The names that can stand at a place, of all shapes that can. */
  static NavigableSet<String> names(JsonNode schema) {
    NavigableSet<String> names = new TreeSet<>();
    schema.path("properties").fieldNames().forEachRemaining(names::add);
    schema.path("anyOf").forEach(one -> names.addAll(names(one)));
    return names;
  }

  private static boolean contains(JsonNode list, JsonNode value) {
    return StreamSupport.stream(list.spliterator(), false)
        .anyMatch(one -> one.asText().equals(value.asText()));
  }

  private static boolean isType(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "boolean" -> value.isBoolean();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      default -> value.isTextual();
    };
  }
}
