package dev.muster.ingest.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.runtime.http.Problem.FieldError;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** JSON is taken exactly where the schema says so, whatever the schema says. */
class JsonToAvroTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int CASES = 300;

  @ParameterizedTest
  @EnumSource
  void whatTheSchemaAllowsIsTakenWhole(FactKind kind) {
    Random random = new Random(1);
    for (int i = 0; i < CASES; i++) {
      ObjectNode json = JsonOf.record(kind.schema(), random);
      FieldErrors errors = new FieldErrors();

      SpecificRecord read = new JsonToAvro(kind.model(), errors).record(kind.schema(), json, "");

      assertThat(errors.all()).as("%s", json).isEmpty();
      SpecificRecord record = Objects.requireNonNull(read);
      for (Schema.Field field : kind.schema().getFields()) {
        Object value = record.get(field.pos());
        JsonNode given = json.path(field.name());
        if (given.isTextual()) {
          String text = value instanceof Instant at ? at.toString() : String.valueOf(value);
          assertThat(text).isEqualTo(given.asText());
        } else if (given.isMissingNode() || given.isNull()) {
          assertThat(value).isIn(kind.model().getDefaultValue(field), null);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void oneFieldMadeWrongIsNamedAndNoOther(FactKind kind) {
    Random random = new Random(2);
    for (int i = 0; i < CASES; i++) {
      ObjectNode json = JsonOf.record(kind.schema(), random);
      List<Schema.Field> fields = kind.schema().getFields();
      Schema.Field field = fields.get(random.nextInt(fields.size()));
      JsonOf.spoil(json, field, random);

      assertThat(errors(kind, json)).extracting(FieldError::field).containsExactly(field.name());
    }
  }

  @ParameterizedTest
  @EnumSource
  void aMissingFieldIsNamedUnlessItHasADefault(FactKind kind) {
    for (Schema.Field field : kind.schema().getFields()) {
      ObjectNode json = JsonOf.record(kind.schema(), new Random(3));
      json.remove(field.name());

      if (field.hasDefaultValue()) {
        assertThat(errors(kind, json)).isEmpty();
      } else {
        assertThat(errors(kind, json))
            .extracting(FieldError::field, FieldError::got)
            .containsExactly(tuple(field.name(), "nothing"));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUnknownFieldIsNamedWithTheOneThatWasProbablyMeant(FactKind kind) {
    ObjectNode json = JsonOf.record(kind.schema(), new Random(4));
    json.put("sourc", "x");

    assertThat(errors(kind, json))
        .containsExactly(new FieldError("sourc", "no such field; did you mean source?", "a field"));
  }

  @Test
  void allBadFieldsAreReportedTogether() throws Exception {
    JsonNode json =
        JSON.readTree(
            """
            {"id": 7, "source": "ci", "service": "orders", "time": "yesterday",
             "environment": "prod", "outcome": "SUCCES", "deploymentId": "d", "durtion": "PT1S"}
            """);

    assertThat(errors(FactKind.DEPLOY, json))
        .extracting(FieldError::field)
        .containsExactly("id", "time", "outcome", "durtion");
  }

  @Test
  void aDurationMayBeIso8601() throws Exception {
    JsonNode json =
        JSON.readTree(
            """
            {"id": "1", "source": "ci", "service": "orders", "time": "2026-11-21T13:00:00.123456+01:00",
             "environment": "prod", "outcome": "SUCCEEDED", "deploymentId": "d", "duration": "PT1M30S"}
            """);
    FieldErrors errors = new FieldErrors();
    SpecificRecord record =
        new JsonToAvro(FactKind.DEPLOY.model(), errors).record(FactKind.DEPLOY.schema(), json, "");

    assertThat(errors.all()).isEmpty();
    Fact fact = new Fact(FactKind.DEPLOY, Objects.requireNonNull(record));
    assertThat(fact.value("durationMillis")).isEqualTo(90_000L);
    assertThat(fact.time()).isEqualTo(Instant.parse("2026-11-21T12:00:00.123Z"));
  }

  private static List<FieldError> errors(FactKind kind, JsonNode json) {
    FieldErrors errors = new FieldErrors();
    SpecificRecord record = new JsonToAvro(kind.model(), errors).record(kind.schema(), json, "");
    assertThat(record == null).isEqualTo(!errors.isEmpty());
    return errors.all();
  }
}
