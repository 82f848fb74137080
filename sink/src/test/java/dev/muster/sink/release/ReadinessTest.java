package dev.muster.sink.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.runtime.auth.Role;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Review;
import dev.muster.schemas.fact.ReviewAction;
import dev.muster.schemas.record.AuditEntry;
import dev.muster.sink.Await;
import dev.muster.sink.TestSink;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The release gate for programs, and those who sign. */
class ReadinessTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;
  private TestSink sink;

  @BeforeEach
  void start() {
    sink = new TestSink(folder).filled().started();
  }

  @AfterEach
  void end() {
    sink.close();
  }

  private String text(String path) {
    HttpResponse<String> answer =
        sink.send(
            sink.request(path, "Authorization", "Bearer " + sink.viewer(), "Accept", "text/plain")
                .GET()
                .build());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private JsonNode json(String path) throws IOException {
    HttpResponse<String> answer = sink.api(path, sink.viewer());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  @ParameterizedTest
  @CsvSource({
    "payments?standard=seven-gates, READY: payments by seven-gates",
    "search?standard=seven-gates, READY_WITH_WAIVERS: search by seven-gates",
    "orders?standard=seven-gates, NOT_READY: orders by seven-gates",
    "payments?standard=six-pillars, NOT_BINDING: payments by six-pillars",
    "payments?standard=seven-gates&at=2027-01-07, READY: payments",
    "payments?standard=seven-gates&at=2027-01-08, NOT_READY: payments",
    "search?standard=seven-gates&at=2026-12-31T15:00:00Z, NOT_READY: search"
  })
  void theFirstWordIsTheOutcome(String question, String begins) {
    String path = "/api/v1/services/" + question.replaceFirst("\\?", "/readiness?");

    assertThat(text(path)).startsWith(begins);
  }

  @Test
  void theTextNamesWhatStandsInTheWayAndWhatWouldProveIt() {
    String text = text("/api/v1/services/orders/readiness?standard=seven-gates");

    assertThat(text)
        .contains("FAIL         deploy-and-rollback: ", "WAIVED       security-baseline: ")
        .endsWith("What would prove it: muster explain orders seven-gates/deploy-and-rollback\n");
  }

  @Test
  void programsGetTheSameAsJson() throws IOException {
    JsonNode answer = json("/api/v1/services/orders/readiness?standard=seven-gates");

    assertThat(answer.path("outcome").asText()).isEqualTo("NOT_READY");
    assertThat(answer.path("lets").asBoolean(true)).isFalse();
    assertThat(answer.path("statement").asText()).hasSize(64);
    assertThat(answer.path("services").path(0).path("obstacles")).hasSize(5);
    assertThat(answer.path("waivers")).extracting(JsonNode::asText).containsExactly("W-12");
  }

  @Test
  void ofAStaleViewNothingIsTold() throws IOException {
    String token = sink.viewer();
    sink.scorecards.away(true);
    sink.clock.advance(Duration.ofSeconds(30));

    HttpResponse<String> answer =
        sink.api("/api/v1/services/payments/readiness?standard=seven-gates", token);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(answer.body()).path("outcome").asText()).isEqualTo("CANNOT_TELL");
  }

  @ParameterizedTest
  @CsvSource({
    "services/ordres/readiness?standard=seven-gates, 404, Did you mean orders?",
    "services/warehouse/readiness?standard=seven-gates, 404, was not judged yet",
    "services/orders/readiness?standard=seven-gate, 404, Did you mean seven-gates?",
    "services/orders/readiness?standard=seven-gates&level=gold, 404, It has full.",
    "services/orders/readiness, 400, Ready by which standard?",
    "services/orders/readiness?standard=seven-gates&leve=full, 400, is not asked for here",
    "services/orders/readiness?standard=seven-gates&at=soon, 400, is no instant",
    "services/orders/readiness?standard=seven-gates&at=2026-11-20, 400, lies in the past",
    "systems/shopp/readiness?standard=seven-gates, 404, No service belongs to a system",
    "systems/shop/readiness?standard=seven-gates, 404, \"warehouse\" is in the catalogue"
  })
  void whatCannotBeAnsweredIsAProblem(String path, int status, String says) throws IOException {
    HttpResponse<String> answer = sink.api("/api/v1/" + path, sink.viewer());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(JSON.readTree(answer.body()).toString().replace("\\\"", "\"")).contains(says);
  }

  @Test
  void aMachineAsksOfItsServicesOnly() {
    String token = sink.machine("payments");
    String question = "/readiness?standard=seven-gates";

    assertThat(sink.api("/api/v1/services/payments" + question, token).statusCode()).isEqualTo(200);
    assertThat(sink.api("/api/v1/services/orders" + question, token).statusCode()).isEqualTo(403);
    assertThat(sink.api("/api/v1/systems/shop" + question, token).statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> sign(String service, String statement, String more, String token) {
    String body =
        """
        {"service": "%s", "standard": "seven-gates", "statement": "%s"%s}
        """
            .formatted(service, statement, more);
    return sink.send(
        sink.request("/api/v1/signoffs", "Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private String statement(String service) throws IOException {
    return json("/api/v1/services/" + service + "/readiness?standard=seven-gates")
        .path("statement")
        .asText();
  }

  @Test
  void whoSignsAcceptsTheWaiversAndIsNamed() throws IOException {
    // given
    String anna = sink.person(Role.VIEWER, Role.APPROVER);
    String statement = statement("search");
    // when
    HttpResponse<String> without = sign("search", statement, "", anna);
    HttpResponse<String> signed = sign("search", statement, ", \"waivers\": [\"W-12\"]", anna);
    // then
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(without.body()).contains("accepts each of them", "W-12");
    assertThat(signed.statusCode()).as(signed.body()).isEqualTo(201);
    assertThat(sink.written.read(Topics.REVIEW))
        .singleElement()
        .satisfies(
            review -> {
              assertThat(review.getAction()).isEqualTo(ReviewAction.SIGNED);
              assertThat(review.getBy()).isEqualTo("anna@shop.example");
              assertThat(review.getScorecardHash()).isEqualTo(statement);
              assertThat(review.getWaivers()).containsExactly("W-12");
            });
    assertThat(sink.written.read(Topics.AUDIT))
        .extracting(AuditEntry::getAction)
        .containsExactly("release.sign");
    Await.until(
        "it is listed",
        () -> sink.api("/api/v1/signoffs?service=search", anna).body().contains(statement));
    assertThat(sink.api("/api/v1/signoffs?service=orders", anna).body())
        .isEqualTo("{\"signoffs\":[]}");
  }

  @Test
  void whatIsNotReadyOrChangedIsNotSigned() throws IOException {
    String anna = sink.person(Role.VIEWER, Role.APPROVER);

    HttpResponse<String> notReady = sign("orders", statement("orders"), "", anna);
    HttpResponse<String> changed = sign("payments", "0".repeat(64), "", anna);

    assertThat(notReady.statusCode()).isEqualTo(422);
    assertThat(notReady.body()).contains("NOT_READY, which nobody can sign", "orders/data-safety");
    assertThat(changed.statusCode()).isEqualTo(409);
    assertThat(sink.written.read(Topics.REVIEW)).isEmpty();
  }

  @Test
  void onlyAPersonWithTheRoleSigns() throws IOException {
    String statement = statement("payments");
    String machine = sink.machine("payments");

    assertThat(sign("payments", statement, "", sink.bert()).statusCode()).isEqualTo(403);
    assertThat(sign("payments", statement, "", machine).statusCode()).isEqualTo(403);
    assertThat(sink.written.read(Topics.AUDIT))
        .extracting(AuditEntry::getAllowed)
        .containsExactly(false, false);
  }

  @Test
  void whatIsMissingIsNamedAllAtOnce() throws IOException {
    HttpResponse<String> answer =
        sink.send(
            sink.request(
                    "/api/v1/signoffs",
                    "Authorization",
                    "Bearer " + sink.person(Role.VIEWER, Role.APPROVER))
                .POST(BodyPublishers.ofString("{\"waivers\": [7]}"))
                .build());

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).path("errors"))
        .extracting(each -> each.path("field").asText())
        .contains("standard", "statement", "waivers[0]", "service");
    List<Review> none = sink.written.read(Topics.REVIEW);
    assertThat(none).isEmpty();
  }
}
