package dev.muster.ingest.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Random JSON that a schema allows, and ways to spoil it. */
final class JsonOf {
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private JsonOf() {}

  static ObjectNode record(Schema schema, Random random) {
    ObjectNode json = MAKE.objectNode();
    for (Schema.Field field : schema.getFields()) {
      if (!field.hasDefaultValue() || random.nextBoolean()) {
        json.set(field.name(), value(field.schema(), random));
      }
    }
    return json;
  }

  private static JsonNode value(Schema schema, Random random) {
    return switch (schema.getType()) {
      case UNION -> random.nextInt(3) == 0 ? MAKE.nullNode() : value(notNull(schema), random);
      case RECORD -> record(schema, random);
      case ENUM -> {
        List<String> symbols = schema.getEnumSymbols();
        yield MAKE.textNode(symbols.get(random.nextInt(symbols.size())));
      }
      case ARRAY -> {
        ArrayNode list = MAKE.arrayNode();
        for (int i = random.nextInt(3); i > 0; i--) {
          list.add(value(schema.getElementType(), random));
        }
        yield list;
      }
      case MAP -> {
        ObjectNode map = MAKE.objectNode();
        for (int i = random.nextInt(3); i > 0; i--) {
          map.set("k" + i, value(schema.getValueType(), random));
        }
        yield map;
      }
      case STRING -> MAKE.textNode("t" + random.nextInt());
      case BOOLEAN -> MAKE.booleanNode(random.nextBoolean());
      case DOUBLE ->
          random.nextBoolean() ? MAKE.numberNode(random.nextGaussian()) : MAKE.numberNode(7);
      case LONG ->
          isTime(schema)
              ? MAKE.textNode(Instant.ofEpochMilli(random.nextLong(1L << 41)).toString())
              : MAKE.numberNode(random.nextLong());
      default -> throw new IllegalStateException("no fact has a field of " + schema.getType());
    };
  }

  /** Something of which the schema takes none: each type has more than one wrong form. */
  static void spoil(ObjectNode json, Schema.Field field, Random random) {
    Schema schema = field.schema().isUnion() ? notNull(field.schema()) : field.schema();
    JsonNode text = MAKE.textNode("nonsense");
    JsonNode number = MAKE.numberNode(1.5);
    JsonNode flag = MAKE.booleanNode(true);
    JsonNode nothing = field.schema().isUnion() ? MAKE.arrayNode().add(1) : MAKE.nullNode();
    List<JsonNode> wrong =
        switch (schema.getType()) {
          case STRING -> List.of(number, flag, nothing, MAKE.objectNode());
          case BOOLEAN -> List.of(number, text, nothing);
          case DOUBLE -> List.of(text, flag, nothing, MAKE.numberNode(Double.NaN));
          case LONG ->
              isTime(schema)
                  ? List.of(text, number, nothing, MAKE.textNode("2026-11-21T12:00:00"))
                  : List.of(text, number, flag, nothing);
          case ENUM -> List.of(text, number, flag, nothing, MAKE.textNode(""));
          case ARRAY -> List.of(text, number, MAKE.objectNode());
          case MAP -> List.of(text, number, MAKE.arrayNode());
          default -> throw new IllegalStateException("no fact has a field of " + schema.getType());
        };
    json.set(field.name(), wrong.get(random.nextInt(wrong.size())));
  }

  private static boolean isTime(Schema schema) {
    return schema.getLogicalType() instanceof LogicalTypes.TimestampMillis;
  }

  private static Schema notNull(Schema union) {
    return union.getTypes().stream()
        .filter(type -> type.getType() != Schema.Type.NULL)
        .findFirst()
        .orElseThrow();
  }
}
