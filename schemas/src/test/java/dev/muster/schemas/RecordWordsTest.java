package dev.muster.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.junit.jupiter.api.Test;

/** Every record says what it means. */
class RecordWordsTest {
  private static final Collection<Schema> NAMED = named();

  @Test
  void everyRecordEnumAndFieldIsExplained() {
    assertThat(NAMED).hasSizeGreaterThan(50).allMatch(schema -> explained(schema.getDoc()));
    assertThat(fields())
        .allSatisfy((name, field) -> assertThat(explained(field.doc())).as(name).isTrue());
  }

  @Test
  void everyEnumHasADefaultForWordsOfLaterYears() {
    assertThat(NAMED)
        .filteredOn(schema -> schema.getType() == Schema.Type.ENUM)
        .allSatisfy(schema -> assertThat(schema.getEnumDefault()).isEqualTo("UNKNOWN"));
  }

  @Test
  void whatMayBeMissingIsNullUnlessSaid() {
    assertThat(fields())
        .allSatisfy(
            (name, field) -> {
              if (field.schema().isNullable()) {
                assertThat(field.schema().getTypes().get(0).getType()).isEqualTo(Schema.Type.NULL);
                assertThat(field.hasDefaultValue()).as(name).isTrue();
              }
            });
  }

  @Test
  void unitsStandInNames() {
    // durations are Millis; a bare long is a count, a place in a topic, or bytes
    assertThat(fields())
        .allSatisfy(
            (name, field) ->
                assertThat(name)
                    .doesNotEndWith("duration")
                    .doesNotEndWith("Seconds(?<!under300Seconds)")
                    .doesNotEndWith("Ms")
                    .doesNotEndWith("Percent"));
  }

  @Test
  void everyFactCanBeToldApartAndPlaced() {
    assertThat(Topics.ALL)
        .filteredOn(topic -> topic.name().startsWith("muster.facts."))
        .hasSize(8)
        .allSatisfy(
            topic -> {
              Schema schema = SpecificData.get().getSchema(topic.record());
              for (String field : List.of("id", "source", "service", "time")) {
                assertThat(schema.getField(field)).as(topic + " " + field).isNotNull();
              }
              assertThat(schema.getField("subject") != null)
                  .as(topic + " with another subject")
                  .isEqualTo(topic.key() == RecordKey.SUBJECT);
            });
  }

  private static boolean explained(String doc) {
    return doc != null && doc.length() > 3 && doc.endsWith(".");
  }

  private static Map<String, Schema.Field> fields() {
    Map<String, Schema.Field> fields = new LinkedHashMap<>();
    NAMED.stream()
        .filter(schema -> schema.getType() == Schema.Type.RECORD)
        .forEach(
            schema ->
                schema
                    .getFields()
                    .forEach(field -> fields.put(schema.getName() + '.' + field.name(), field)));
    return fields;
  }

  private static Collection<Schema> named() {
    Map<String, Schema> found = new LinkedHashMap<>();
    Topics.ALL.stream()
        .filter(topic -> topic.record() != byte[].class)
        .forEach(topic -> collect(SpecificData.get().getSchema(topic.record()), found));
    return found.values();
  }

  private static void collect(Schema schema, Map<String, Schema> found) {
    switch (schema.getType()) {
      case RECORD -> {
        if (found.putIfAbsent(schema.getFullName(), schema) == null) {
          schema.getFields().forEach(field -> collect(field.schema(), found));
        }
      }
      case ENUM -> found.putIfAbsent(schema.getFullName(), schema);
      case ARRAY -> collect(schema.getElementType(), found);
      case MAP -> collect(schema.getValueType(), found);
      case UNION -> schema.getTypes().forEach(type -> collect(type, found));
      default -> {
        // no names inside
      }
    }
  }
}
