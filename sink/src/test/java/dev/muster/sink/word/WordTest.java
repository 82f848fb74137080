package dev.muster.sink.word;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.runtime.auth.Role;
import dev.muster.runtime.auth.Scope;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Proof;
import dev.muster.schemas.fact.Scan;
import dev.muster.schemas.fact.ScanOutcome;
import dev.muster.schemas.fact.Waiver;
import dev.muster.schemas.fact.WaiverState;
import dev.muster.schemas.record.AuditEntry;
import dev.muster.sink.Await;
import dev.muster.sink.Samples;
import dev.muster.sink.TestSink;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people say, who may, and what is written down. */
class WordTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String ASK =
      """
      {"service": "orders", "standard": "seven-gates", "gate": "load", "reason": "late",
       "risk": "slow", "compensatingAction": "watched", "expires": "2026-12-20"}
      """;

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

  private HttpResponse<String> post(String path, String body, String token) {
    return sink.send(
        sink.request(path, "Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /** Anna may approve for every service of the samples; Bert may ask. */
  private String anna() {
    return sink.person(Role.VIEWER, Role.APPROVER, Role.ATTESTER);
  }

  private String bert() {
    return sink.bert();
  }

  private String asked(String token) throws Exception {
    HttpResponse<String> answer = post("/api/v1/waivers", ASK, token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    String id = JSON.readTree(answer.body()).path("id").asText();
    Await.until("the waiver is read", () -> state(token, id).isPresent());
    return id;
  }

  private Optional<String> state(String token, String id) {
    try {
      JsonNode all = JSON.readTree(sink.api("/api/v1/waivers", token).body()).path("waivers");
      for (JsonNode each : all) {
        if (each.path("id").asText().equals(id)) {
          return Optional.of(each.path("state").asText());
        }
      }
      return Optional.empty();
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void aWaiverIsAskedForByOneAndApprovedByAnother() throws Exception {
    // given
    String bert = bert();
    String id = asked(bert);
    // when
    HttpResponse<String> approved = post("/api/v1/waivers/" + id + "/approve", "", anna());
    // then
    assertThat(approved.statusCode()).as(approved.body()).isEqualTo(201);
    Await.until("it counts", () -> state(bert, id).equals(Optional.of("IN_FORCE")));
    List<Waiver> steps = sink.written.read(Topics.WAIVER);
    assertThat(steps)
        .extracting(Waiver::getState)
        .containsExactly(WaiverState.PROPOSED, WaiverState.APPROVED);
    assertThat(steps.get(1).getApprovedBy()).isEqualTo("anna@shop.example");
    assertThat(sink.written.read(Topics.AUDIT))
        .extracting(AuditEntry::getAction)
        .containsExactly("waiver.ask", "waiver.approve");
  }

  @Test
  void whoAsksDoesNotApproveAndTheAttemptIsNotWritten() throws Exception {
    // given
    String anna = anna();
    String id = asked(anna);
    // when
    HttpResponse<String> approved = post("/api/v1/waivers/" + id + "/approve", "", anna);
    // then
    assertThat(approved.statusCode()).isEqualTo(422);
    assertThat(approved.body()).contains("somebody other than who asked");
    assertThat(sink.written.read(Topics.WAIVER)).hasSize(1);
  }

  @Test
  void withoutTheRoleNobodyApprovesAndTheAuditKnows() throws Exception {
    // given
    String bert = bert();
    String id = asked(bert);
    // when
    HttpResponse<String> approved = post("/api/v1/waivers/" + id + "/approve", "", bert);
    // then
    assertThat(approved.statusCode()).isEqualTo(403);
    AuditEntry last = sink.written.read(Topics.AUDIT).get(1);
    assertThat(last.getAllowed()).isFalse();
    assertThat(last.getWho()).isEqualTo("bert@shop.example");
  }

  @ParameterizedTest
  @CsvSource({
    "service, order, 404, Did you mean orders?",
    "gate, loads, 404, There is no gate \\\"loads\\\" of seven-gates. Did you mean load?",
    "standard, bar, 404, that orders is held to. There are seven-gates",
    "reason, , 400, reason",
    "expires, tomorrow, 400, a day or an instant",
    "expires, 2028-01-01, 422, at most 180 d"
  })
  void whatIsWrongIsNamed(String field, String value, int status, String says) throws Exception {
    // given
    var body = (com.fasterxml.jackson.databind.node.ObjectNode) JSON.readTree(ASK);
    // when
    HttpResponse<String> answer =
        post("/api/v1/waivers", body.put(field, value).toString(), bert());
    // then
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.body()).contains(says);
    assertThat(sink.written.read(Topics.WAIVER)).isEmpty();
  }

  @Test
  void waiversOfAServiceThatNobodyKnowsAreNoEmptyList() {
    HttpResponse<String> answer = sink.api("/api/v1/waivers?service=order", bert());

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("Did you mean orders?");
  }

  @Test
  void whoMayNotReadIsToldWhichRoleIsMissing() {
    HttpResponse<String> answer = sink.api("/api/v1/waivers", sink.person(Role.ATTESTER));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("the role viewer", "muster token create");
  }

  @Test
  void anAttestationIsSignedAndCountsForTheWholeSystem() {
    // when
    HttpResponse<String> answer =
        post(
            "/api/v1/attestations",
            """
            {"service": "orders", "check": "authentication-review", "answers": [
              {"statement": "Sessions expire.", "holds": true},
              {"statement": "Passwords are hashed.", "holds": true, "note": "argon2id"}]}
            """,
            anna());
    // then
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    Scan scan = sink.written.read(Topics.SCAN).get(0);
    assertThat(scan.getSubject()).isEqualTo("system/shop");
    assertThat(scan.getService()).isNull();
    assertThat(scan.getTarget())
        .as("what was looked at, where nobody says")
        .isEqualTo("system/shop");
    assertThat(scan.getProof()).isEqualTo(Proof.PERSON);
    assertThat(scan.getAttestedBy()).isEqualTo("anna@shop.example");
    assertThat(scan.getOutcome()).isEqualTo(ScanOutcome.PASSED);
    assertThat(scan.getTime()).isEqualTo(Samples.NOW);
    assertThat(sink.written.keys(Topics.SCAN)).containsExactly("system/shop*");
  }

  @Test
  void aStatementThatDoesNotHoldContradicts() {
    // when
    post(
        "/api/v1/attestations",
        """
        {"service": "orders", "check": "authentication-review", "answers": [
          {"statement": "Sessions expire.", "holds": false},
          {"statement": "Passwords are hashed.", "holds": true}]}
        """,
        anna());
    // then
    assertThat(sink.written.read(Topics.SCAN))
        .extracting(Scan::getOutcome)
        .containsExactly(ScanOutcome.FAILED);
  }

  @Test
  void aMachineCanSayNothingOfThis() {
    // given
    String machine =
        sink.tokens
            .issueMachine(
                "ci",
                Map.of("service", new Scope(List.of("*")), "source", new Scope(List.of("*"))),
                Optional.empty())
            .text();
    // when
    HttpResponse<String> answer = post("/api/v1/waivers", ASK, machine);
    // then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("Only a person");
  }

  @Test
  void aFormOfAnotherSiteIsRefused() {
    // given
    String cookie = sink.login(anna());
    // when
    HttpResponse<String> answer =
        sink.send(
            sink.request("/api/v1/waivers", "Cookie", cookie, "Origin", "https://evil.example")
                .POST(BodyPublishers.ofString(ASK))
                .build());
    // then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(sink.written.read(Topics.WAIVER)).isEmpty();
  }

  @Test
  void whatIsNotAcknowledgedIsNotSaidToBeWritten() {
    // given
    sink.written.away(true);
    // when
    HttpResponse<String> answer = post("/api/v1/waivers", ASK, bert());
    // then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("retry-after")).isPresent();
  }
}
