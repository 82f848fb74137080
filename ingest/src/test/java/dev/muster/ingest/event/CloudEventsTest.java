package dev.muster.ingest.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.ingest.catalogue.KnownServices;
import dev.muster.ingest.collector.Incoming;
import dev.muster.ingest.collector.Reading;
import dev.muster.ingest.fact.Fact;
import dev.muster.ingest.fact.FactReader;
import dev.muster.runtime.http.Problem.FieldError;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The forms of CloudEvents 1.0 over HTTP; structured ones written by the project's own SDK. */
class CloudEventsTest {
  private static final String DATA =
      "{\"environment\": \"prod\", \"outcome\": \"SUCCEEDED\", \"deploymentId\": \"d-1\"}";
  private static final CloudEvent EVENT =
      CloudEventBuilder.v1()
          .withId("e-1")
          .withSource(URI.create("ci/main"))
          .withType("dev.muster.fact.deploy.v1")
          .withSubject("orders")
          .withTime(OffsetDateTime.parse("2026-11-21T12:00:00Z"))
          .withData("application/json", DATA.getBytes(UTF_8))
          .build();
  private static final String STRUCTURED = new String(new JsonFormat().serialize(EVENT), UTF_8);
  private static final String ENCODED =
      new String(new JsonFormat(true, false).serialize(EVENT), UTF_8);
  private static final String JSON_TYPE = "application/cloudevents+json; charset=utf-8";
  private static final String BATCH_TYPE = "application/cloudevents-batch+json";

  private static Reading read(Map<String, String> headers, String body) {
    return CloudEvents.read(
        new Incoming(Map.of(), headers, body.getBytes(UTF_8), KnownServices.NONE, Instant.EPOCH));
  }

  private static Map<String, String> binary(String type) {
    return Map.of(
        "content-type", "application/json",
        "ce-specversion", "1.0",
        "ce-id", "e-1",
        "ce-source", "ci/main",
        "ce-type", type,
        "ce-subject", "or%64ers",
        "ce-time", "2026-11-21T12:00:00Z");
  }

  private static void isTheDeploy(Reading reading) {
    assertThat(reading.errors().all()).isEmpty();
    Fact fact = FactReader.read(reading.candidates().get(0), reading.errors()).orElseThrow();
    assertThat(List.of(fact.id(), fact.source(), fact.service().orElse(""), fact.time()))
        .isEqualTo(List.of("e-1", "ci/main", "orders", Instant.parse("2026-11-21T12:00:00Z")));
    assertThat(fact.text("outcome")).contains("SUCCEEDED");
  }

  @Test
  void binaryFormIsRead() {
    isTheDeploy(read(binary("dev.muster.fact.deploy.v1"), DATA));
  }

  @Test
  void structuredFormIsRead() {
    isTheDeploy(read(Map.of("content-type", JSON_TYPE), STRUCTURED));
  }

  @Test
  void structuredFormWithEncodedDataIsRead() {
    assertThat(ENCODED).contains("data_base64");
    isTheDeploy(read(Map.of("content-type", JSON_TYPE), ENCODED));
  }

  @Test
  void batchedFormIsRead() {
    Reading reading =
        read(Map.of("content-type", BATCH_TYPE), '[' + STRUCTURED + ',' + ENCODED + ']');

    assertThat(reading.candidates()).hasSize(2);
    isTheDeploy(reading);
  }

  @Test
  void anEmptyBatchHoldsNothing() {
    Reading reading = read(Map.of("content-type", BATCH_TYPE), "[]");

    assertThat(reading.candidates()).isEmpty();
    assertThat(reading.errors().all()).isEmpty();
  }

  @Test
  void allThatIsWrongInABatchIsNamedWithItsPlace() {
    String bad = "{\"id\": 1, \"specversion\": \"0.3\", \"type\": \"x\", \"source\": \"s\"}";

    assertThat(
            read(Map.of("content-type", BATCH_TYPE), '[' + STRUCTURED + ',' + bad + ']')
                .errors()
                .all())
        .extracting(FieldError::field)
        .containsExactly("[1].id", "[1].specversion", "[1].type", "[1].data");
  }

  @Test
  void dataThatContradictsTheEventIsRefused() {
    String data = DATA.replace("{", "{\"id\": \"other\", ");

    assertThat(read(binary("dev.muster.fact.deploy.v1"), data).errors().all())
        .extracting(FieldError::field)
        .containsExactly("data.id");
  }

  @Test
  void aJudgementIsNotTaken() {
    assertThat(read(binary("dev.muster.judgement.gate.v1"), DATA).errors().all())
        .extracting(FieldError::field)
        .containsExactly("type");
  }

  @Test
  void whatIsNoEventIsToldWhatWouldBe() {
    assertThat(read(Map.of("content-type", "text/plain"), "hello").errors().all())
        .extracting(FieldError::field)
        .containsExactly("content-type");
  }
}
