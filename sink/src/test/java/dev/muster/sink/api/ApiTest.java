package dev.muster.sink.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.runtime.auth.Role;
import dev.muster.runtime.auth.Scope;
import dev.muster.sink.Await;
import dev.muster.sink.TestSink;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;
  private TestSink sink;

  @BeforeEach
  void open() {
    sink = new TestSink(folder).filled();
  }

  @AfterEach
  void close() {
    sink.close();
  }

  private static JsonNode json(HttpResponse<String> answer) throws JsonProcessingException {
    return JSON.readTree(answer.body());
  }

  @ParameterizedTest
  @CsvSource({
    "'', 7",
    "?owner=team-shop, 2",
    "?tier=1, 2",
    "?system=shop, 2",
    "?standard=milestones, 2",
    "?owner=team-shop&standard=milestones, 0",
    "?tier=x, 0"
  })
  void listsTheScorecardsAskedFor(String query, int found) throws JsonProcessingException {
    // given
    sink.started();
    // when
    HttpResponse<String> answer = sink.api("/api/v1/scorecards" + query, sink.viewer());
    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).path("scorecards")).hasSize(found);
    assertThat(json(answer).path("asOf").asText()).isEqualTo("2026-11-21T14:02:10Z");
    assertThat(json(answer).path("stale").asBoolean(true)).isFalse();
  }

  @Test
  void saysSinceWhenItIsStale() throws JsonProcessingException {
    // given
    sink.started();
    String token = sink.viewer();
    sink.scorecards.away(true);
    sink.clock.advance(Duration.ofSeconds(30));
    // when
    HttpResponse<String> answer = sink.api("/api/v1/scorecards/orders", token);
    // then
    assertThat(json(answer).path("stale").asBoolean()).isTrue();
    assertThat(json(answer).path("staleSince").asText()).isEqualTo("2026-11-21T14:02:10Z");
    // when
    sink.scorecards.away(false);
    sink.clock.advance(Duration.ofSeconds(1));
    // then
    Await.until(
        "fresh", () -> sink.api("/api/v1/scorecards", token).body().contains("\"stale\":false"));
  }

  @Test
  void anUnknownServiceIsAProblemThatNamesTheNearestOne() throws JsonProcessingException {
    // given
    sink.started();
    // when
    HttpResponse<String> answer = sink.api("/api/v1/scorecards/ordres", sink.viewer());
    // then
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(json(answer).path("detail").asText()).contains("Did you mean orders?");
  }

  @Test
  void aServiceThatNobodyJudgedYetIsToldFromAnUnknownOne() throws JsonProcessingException {
    // given
    sink.started();
    // when
    HttpResponse<String> answer = sink.api("/api/v1/scorecards/warehouse", sink.viewer());
    // then
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(json(answer).path("detail").asText()).contains("was not judged yet");
  }

  @Test
  void tellsNothingBeforeEverythingWasRead() {
    // given
    sink.scorecards.away(true);
    sink.startedOnly();
    // when
    HttpResponse<String> answer = sink.api("/api/v1/scorecards", sink.viewer());
    // then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("retry-after")).hasValue("2");
    assertThat(sink.get("/readyz").statusCode()).isEqualTo(503);
    assertThat(sink.get("/healthz").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"/api/v1/scorecards", "/api/v1/scorecards/orders", "/api/v1/stream"})
  void withoutATokenOrWithAWrongOneIsUnauthorized(String path) {
    // given
    sink.started();
    // then
    assertThat(sink.get(path).statusCode()).isEqualTo(401);
    assertThat(sink.api(path, "muster_p_" + "0".repeat(72)).statusCode()).isEqualTo(401);
    assertThat(sink.get(path).body()).doesNotContain("orders");
  }

  @Test
  void withoutTheRightToReadIsForbidden() {
    // given
    sink.started();
    // when
    HttpResponse<String> answer = sink.api("/api/v1/scorecards", sink.person(Role.RESPONDER));
    // then
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void aMachineReadsTheServicesItIsBoundToAndNoOther() throws JsonProcessingException {
    // given
    sink.started();
    String token =
        sink.tokens
            .issueMachine("ci", Map.of("service", new Scope(List.of("orders"))), Optional.empty())
            .text();
    // then
    assertThat(json(sink.api("/api/v1/scorecards", token)).path("scorecards")).hasSize(1);
    assertThat(sink.api("/api/v1/scorecards/orders", token).statusCode()).isEqualTo(200);
    assertThat(sink.api("/api/v1/scorecards/payments", token).statusCode()).isEqualTo(403);
  }

  @Test
  void aRemovedScorecardIsGone() {
    // given
    sink.started();
    String token = sink.viewer();
    // when
    sink.scorecards.remove("reports");
    // then
    Await.until("gone", () -> sink.api("/api/v1/scorecards/reports", token).statusCode() == 404);
  }
}
