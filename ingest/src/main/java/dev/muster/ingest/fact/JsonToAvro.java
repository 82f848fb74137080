package dev.muster.ingest.fact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.core.catalogue.DidYouMean;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as a schema says, and reports every bad field. Times are ISO-8601 with an offset, cut
 * to milliseconds; a field {@code …Millis} may be given without that ending as an ISO-8601
 * duration.
 */
final class JsonToAvro {
  private static final String MILLIS = "Millis";
  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

  private final SpecificData model;
  private final FieldErrors errors;

  JsonToAvro(SpecificData model, FieldErrors errors) {
    this.model = model;
    this.errors = errors;
  }

  /** Null when something was wrong, which is then among the errors. */
  @Nullable SpecificRecord record(Schema schema, JsonNode json, String path) {
    if (!json.isObject()) {
      errors.add(path, "an object", FieldErrors.kindOf(json));
      return null;
    }
    int before = errors.count();
    SpecificRecord record = (SpecificRecord) model.newRecord(null, schema);
    Set<String> read = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      names.add(field.name());
      String given = givenName(field, json);
      read.add(given);
      Object value =
          field(field, given, json.path(given), path.isEmpty() ? given : path + '.' + given);
      if (errors.count() == before) {
        record.put(field.pos(), value);
      }
    }
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!read.contains(name)) {
                unknown(path, name, names);
              }
            });
    return errors.count() == before ? record : null;
  }

  /** The field's own name, or {@code duration} for {@code durationMillis}. */
  private static String givenName(Schema.Field field, JsonNode json) {
    String name = field.name();
    String brief =
        name.endsWith(MILLIS) ? name.substring(0, name.length() - MILLIS.length()) : name;
    return !json.has(name) && json.has(brief) ? brief : name;
  }

  private void unknown(String path, String name, List<String> names) {
    String near = DidYouMean.nearest(name, names).map(n -> "; did you mean " + n + '?').orElse("");
    String shown = name.length() > 60 ? name.substring(0, 60) + '…' : name;
    errors.add(path.isEmpty() ? shown : path + '.' + shown, "no such field" + near, "a field");
  }

  private @Nullable Object field(Schema.Field field, String given, JsonNode json, String path) {
    if (json.isMissingNode() && field.hasDefaultValue()) {
      return model.getDefaultValue(field);
    } else if (!given.equals(field.name())) {
      return duration(json, path);
    }
    return value(field.schema(), json, path);
  }

  private @Nullable Object value(Schema schema, JsonNode json, String path) {
    return switch (schema.getType()) {
      case UNION -> json.isNull() ? null : value(notNull(schema), json, path);
      case RECORD -> record(schema, json, path);
      case ENUM -> symbol(schema, json, path);
      case ARRAY -> list(schema, json, path);
      case MAP -> map(schema, json, path);
      case STRING -> json.isTextual() ? json.asText() : wrong("text", json, path);
      case BOOLEAN -> json.isBoolean() ? json.asBoolean() : wrong("true or false", json, path);
      case DOUBLE -> {
        boolean good = json.isNumber() && Double.isFinite(json.asDouble());
        yield good ? json.asDouble() : wrong("a finite number", json, path);
      }
      case LONG ->
          schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
              ? time(json, path)
              : whole(json, path);
      default -> throw new IllegalStateException("no fact has a field of " + schema.getType());
    };
  }

  private static Schema notNull(Schema union) {
    return union.getTypes().stream()
        .filter(type -> type.getType() != Schema.Type.NULL)
        .findFirst()
        .orElseThrow();
  }

  private @Nullable Object whole(JsonNode json, String path) {
    return json.isIntegralNumber() && json.canConvertToLong()
        ? json.asLong()
        : wrong("a whole number", json, path);
  }

  private @Nullable Object symbol(Schema schema, JsonNode json, String path) {
    if (json.isTextual() && schema.hasEnumSymbol(json.asText())) {
      return model.createEnum(json.asText(), schema);
    }
    errors.add(
        path, "one of " + String.join(", ", schema.getEnumSymbols()), FieldErrors.shown(json));
    return null;
  }

  private @Nullable Object time(JsonNode json, String path) {
    try {
      Instant time = OffsetDateTime.parse(json.isTextual() ? json.asText() : "").toInstant();
      if (!time.isBefore(FIRST) && !time.isAfter(LAST)) {
        return time.truncatedTo(ChronoUnit.MILLIS);
      }
    } catch (DateTimeException e) {
      // Said below, as for a time out of range.
    }
    errors.add(
        path, "an ISO-8601 time with an offset, as 2026-11-21T12:00:00Z", FieldErrors.shown(json));
    return null;
  }

  private @Nullable Object duration(JsonNode json, String path) {
    try {
      return Duration.parse(json.isTextual() ? json.asText() : "").toMillis();
    } catch (DateTimeException | ArithmeticException e) {
      errors.add(path, "an ISO-8601 duration, as PT1M30S", FieldErrors.shown(json));
      return null;
    }
  }

  private @Nullable Object list(Schema schema, JsonNode json, String path) {
    if (!json.isArray()) {
      return wrong("a list", json, path);
    }
    List<@Nullable Object> all = new ArrayList<>();
    for (int i = 0; i < json.size(); i++) {
      all.add(value(schema.getElementType(), json.path(i), path + '[' + i + ']'));
    }
    return all;
  }

  private @Nullable Object map(Schema schema, JsonNode json, String path) {
    if (!json.isObject()) {
      return wrong("an object", json, path);
    }
    Map<String, @Nullable Object> all = new HashMap<>();
    json.properties()
        .forEach(
            entry ->
                all.put(
                    entry.getKey(),
                    value(schema.getValueType(), entry.getValue(), path + '.' + entry.getKey())));
    return all;
  }

  private @Nullable Object wrong(String expected, JsonNode json, String path) {
    errors.add(path, expected, FieldErrors.kindOf(json));
    return null;
  }
}
