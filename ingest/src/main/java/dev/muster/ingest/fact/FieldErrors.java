package dev.muster.ingest.fact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.runtime.http.Problem.FieldError;
import java.util.ArrayList;
import java.util.List;

/** All bad fields of one request, each with what was expected; keeps the first hundred. */
public final class FieldErrors {
  private static final int MOST = 100;
  private static final int SHOWN = 40;

  private final List<FieldError> all = new ArrayList<>();

  /** An empty name of a field means the body as a whole. */
  public void add(String field, String expected, String got) {
    if (all.size() < MOST) {
      all.add(new FieldError(field.isEmpty() ? "body" : field, expected, got));
    }
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  public int count() {
    return all.size();
  }

  public List<FieldError> all() {
    return List.copyOf(all);
  }

  /** The kind of value only: a value may be a secret in the wrong place. */
  public static String kindOf(JsonNode node) {
    return switch (node.getNodeType()) {
      case MISSING -> "nothing";
      case NULL -> "null";
      case STRING -> "text";
      case BOOLEAN -> "true or false";
      case NUMBER -> "number " + clipped(node.asText());
      case ARRAY -> "list";
      default -> "object";
    };
  }

  /** The value itself, where it comes from a closed list or is a time; clipped. */
  public static String shown(JsonNode node) {
    return node.isTextual() && !node.asText().startsWith("muster_")
        ? '"' + clipped(node.asText()) + '"'
        : kindOf(node);
  }

  private static String clipped(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + '…';
  }
}
