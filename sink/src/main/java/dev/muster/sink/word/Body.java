package dev.muster.sink.word;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.linecorp.armeria.common.QueryParams;
import dev.muster.runtime.http.Problem.FieldError;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object, or one form, as it is read: collects all that is wrong with it before any is
 * told.
 */
final class Body {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST = 2_000;

  private final JsonNode node;
  private final List<FieldError> errors = new ArrayList<>();
  private final Set<String> known = new HashSet<>();

  private Body(JsonNode node) {
    this.node = node;
  }

  static Body of(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      if (node.isObject()) {
        return new Body(node);
      }
    } catch (JsonProcessingException broken) {
      // Told below, like any other that is no object; its text is nobody's business.
    }
    throw Refused.malformed(List.of(new FieldError("body", "a JSON object", "something else")));
  }

  /** What a browser's form has; a field left blank was not sent. */
  static Body ofForm(QueryParams form) {
    ObjectNode node = JSON.createObjectNode();
    form.forEach(
        (name, value) -> {
          if (!value.isBlank()) {
            node.put(name, value);
          }
        });
    return new Body(node);
  }

  /** Text that must be there. */
  String text(String field) {
    return optional(field)
        .orElseGet(
            () -> {
              if (errors.stream().noneMatch(error -> error.field().equals(field))) {
                wrong(field, "text", "nothing");
              }
              return "";
            });
  }

  Optional<String> optional(String field) {
    JsonNode value = at(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    } else if (!value.isTextual() || value.asText().isBlank()) {
      wrong(field, "text that is not blank", kind(value));
      return Optional.empty();
    } else if (value.asText().length() > LONGEST) {
      wrong(field, "at most " + LONGEST + " letters", value.asText().length() + "");
      return Optional.empty();
    }
    return Optional.of(value.asText().strip());
  }

  /** An instant, or a day, which means its beginning in UTC. */
  Optional<Instant> instant(String field) {
    return optional(field)
        .flatMap(
            text -> {
              try {
                return Optional.of(
                    text.length() == 10
                        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                        : Instant.parse(text));
              } catch (DateTimeParseException e) {
                wrong(field, "a day or an instant, 2027-01-15 or 2027-01-15T08:00:00Z", "text");
                return Optional.empty();
              }
            });
  }

  /** The field as it is, for a form that none of the others has. */
  JsonNode at(String field) {
    known.add(field);
    return node.path(field);
  }

  void wrong(String field, String expected, String got) {
    errors.add(new FieldError(field, expected, got));
  }

  static String kind(@Nullable JsonNode value) {
    return value == null || value.isMissingNode()
        ? "nothing"
        : value.isTextual() ? "blank text" : value.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  /**
   * To be called when all was read.
   *
   * @throws Refused with everything that was wrong, unknown fields too
   */
  void done() {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                wrong(
                    name, "one of " + String.join(", ", new TreeSet<>(known)), "an unknown field");
              }
            });
    if (!errors.isEmpty()) {
      throw Refused.malformed(errors);
    }
  }
}
