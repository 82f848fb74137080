package dev.muster.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.ingest.catalogue.KnownServices;
import dev.muster.ingest.catalogue.Services;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every answer of the door, over HTTP. */
class DoorTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String DEPLOY = "/v1/facts/deploy";

  @TempDir Path folder;
  private OpenDoor door;

  @BeforeEach
  void open() {
    door = new OpenDoor(folder);
  }

  @AfterEach
  void close() {
    door.close();
  }

  private static String deploy(String id, String service) {
    return """
        {"id": "%s", "service": "%s", "time": "2026-11-21T11:59:00Z",
         "environment": "prod", "outcome": "STARTED", "deploymentId": "d-1"}
        """
        .formatted(id, service);
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return JSON.readTree(answer.body());
  }

  @Test
  void aFactIsAnswered202OnceItIsAcknowledged() throws Exception {
    HttpResponse<String> answer = door.post(DEPLOY, door.machine, deploy("1", "orders"));

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body())
        .isEqualTo(
            "{\"accepted\":1,\"parked\":0,"
                + "\"items\":[{\"id\":\"1\",\"status\":\"accepted\"}]}");
    assertThat(door.written()).containsExactly("muster.facts.deploy.v1 orders");
  }

  @Test
  void anEarlier202IsNeverGivenBeforeTheAcknowledgement() throws Exception {
    door.acknowledgeLater();

    var asked = door.postLater(DEPLOY, door.machine, deploy("1", "orders"));
    door.awaitWritten(1);
    boolean early = asked.isDone();
    door.acknowledge();

    assertThat(early).isFalse();
    assertThat(asked.get().statusCode()).isEqualTo(202);
  }

  @Test
  void noTokenIsAnswered401() throws Exception {
    HttpResponse<String> answer = door.post(DEPLOY, null, deploy("1", "orders"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("www-authenticate")).hasValue("Bearer");
    assertThat(door.written()).isEmpty();
  }

  @Test
  void aWrongTokenIsAnswered401WithoutShowingIt() throws Exception {
    HttpResponse<String> answer =
        door.post(DEPLOY, "muster_m_" + "0".repeat(72), deploy("1", "orders"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).doesNotContain("muster_m_");
  }

  @Test
  void aTokenNotBoundToTheServiceIsAnswered403WhichNamesIt() throws Exception {
    HttpResponse<String> answer = door.post(DEPLOY, door.machine, deploy("1", "billing"));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(json(answer).path("detail").asText())
        .isEqualTo("This token may not speak of billing.");
  }

  @Test
  void aTokenNotBoundToTheSourceIsAnswered403WhichNamesIt() throws Exception {
    String body = deploy("1", "orders").replace("{\"id\"", "{\"source\": \"other\", \"id\"");

    HttpResponse<String> answer = door.post(DEPLOY, door.machine, body);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(json(answer).path("detail").asText())
        .isEqualTo("This token may not speak as the source other.");
  }

  @Test
  void aPersonWhoIsNoAdminIsAnswered403() throws Exception {
    assertThat(door.post(DEPLOY, door.person, admin(deploy("1", "orders"))).statusCode())
        .isEqualTo(403);
  }

  @Test
  void oneForbiddenFactForbidsAll() throws Exception {
    String body = "[" + deploy("1", "orders") + "," + deploy("2", "billing") + "]";

    assertThat(door.post(DEPLOY, door.machine, body).statusCode()).isEqualTo(403);
    assertThat(door.written()).isEmpty();
  }

  @Test
  void aRequestOverTheLimitIsAnswered413() throws Exception {
    HttpResponse<String> answer = door.post(DEPLOY, door.machine, "x".repeat(70_000));

    assertThat(answer.statusCode()).isEqualTo(413);
  }

  @Test
  void aRequestOverTheLimitIsToldIt() throws Exception {
    HttpResponse<String> small = door.post(DEPLOY, door.machine, "x".repeat(70_000));
    HttpResponse<String> report =
        door.postPlainly("/v1/collectors/sarif?service=orders", door.machine, " ".repeat(5 << 20));

    assertThat(json(small).path("detail").asText()).contains("larger than 65536 bytes");
    assertThat(report.statusCode()).isEqualTo(413);
    assertThat(json(report).path("detail").asText()).contains("larger than 4194304 bytes");
  }

  @Test
  void aReportMayBeLongerThanOtherRequests() throws Exception {
    String sarif =
        "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {\"name\": \"CodeQL\"}},"
            + "\"results\": []}]}"
            + " ".repeat(3 << 20);

    HttpResponse<String> answer =
        door.post("/v1/collectors/sarif?service=orders", door.machine, sarif);
    HttpResponse<String> again =
        door.postPlainly("/v1/collectors/sarif?service=orders", door.machine, sarif);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(again.body()).isEqualTo(answer.body());
    assertThat(door.written()).containsExactly("muster.facts.scan.v1 orders");
  }

  @Test
  void aTokenBoundToOneServiceSpeaksOfItUnlessTheUrlSaysAnother() throws Exception {
    HttpResponse<String> own = door.post("/v1/collectors/gitleaks", door.machine, "[]");
    HttpResponse<String> other =
        door.post("/v1/collectors/gitleaks?service=billing", door.machine, "[]");
    HttpResponse<String> nobodys =
        door.post("/v1/collectors/gitleaks?source=by-hand", door.admin, "[]");

    assertThat(own.statusCode()).as(own.body()).isEqualTo(202);
    assertThat(door.written()).containsExactly("muster.facts.scan.v1 orders");
    assertThat(other.statusCode()).isEqualTo(403);
    assertThat(nobodys.statusCode()).isEqualTo(400);
    assertThat(json(nobodys).path("errors").get(0).path("field").asText()).isEqualTo("?service");
  }

  @Test
  void whereTooManyReportsComeSlowlyTheNextIsToldToComeBack() throws Exception {
    String path = "/v1/collectors/gitleaks";
    List<OpenDoor.SlowSender> slow = new ArrayList<>();
    for (int i = 0; i < Door.REPORTS_AT_ONCE; i++) {
      slow.add(door.beginToSend(path, door.machine));
    }

    door.awaitReceiving(Door.REPORTS_AT_ONCE);
    HttpResponse<String> answer = door.post(path, door.machine, "[]");
    HttpResponse<String> message = door.post(DEPLOY, door.machine, deploy("1", "orders"));
    for (OpenDoor.SlowSender sender : slow) {
      sender.end();
    }
    door.awaitReceiving(0);
    HttpResponse<String> after = door.post(path, door.machine, "[]");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("retry-after")).hasValue("5");
    assertThat(answer.body()).contains("32 reports are being received already.");
    assertThat(message.statusCode()).isEqualTo(202);
    assertThat(after.statusCode()).isEqualTo(202);
  }

  @Test
  void aReportOfNobodyIsNotRead() throws Exception {
    HttpResponse<String> answer =
        door.post("/v1/collectors/gitleaks?service=orders", null, "x".repeat(2000));

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void aMalformedFactIsAnswered400ForTheWholeBatchWithEachField() throws Exception {
    String bad = deploy("2", "orders").replace("STARTED", "BEGUN").replace("\"id\"", "\"idd\"");

    HttpResponse<String> answer =
        door.post(DEPLOY, door.machine, "[" + deploy("1", "orders") + "," + bad + "]");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(json(answer).path("errors"))
        .extracting(error -> error.path("field").asText())
        .containsExactly("[1].id", "[1].outcome", "[1].idd");
    assertThat(json(answer).path("errors").get(1).path("got").asText()).isEqualTo("\"BEGUN\"");
    assertThat(door.written()).isEmpty();
  }

  @Test
  void brokenJsonIsAnswered400WithThePlaceAndNotTheText() throws Exception {
    HttpResponse<String> answer = door.post(DEPLOY, door.machine, "{\"id\": secret");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("line 1, column").doesNotContain("secret");
    assertThat(json(answer).path("errors").get(0).path("field").asText()).isEqualTo("body");
  }

  @Test
  void whenKafkaIsAwayTheAnswerIs503AndSaysWhenToComeBack() throws Exception {
    door.kafkaIsAway();

    HttpResponse<String> answer = door.post(DEPLOY, door.machine, deploy("1", "orders"));

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
    assertThat(answer.headers().firstValue("retry-after")).hasValue("5");
  }

  @Test
  void whatWasAnswered503IsWrittenWhenItComesAgain() throws Exception {
    door.kafkaIsAway();
    door.post(DEPLOY, door.machine, deploy("1", "orders"));
    door.kafkaIsBack();

    JsonNode answer = json(door.post(DEPLOY, door.machine, deploy("1", "orders")));

    assertThat(answer.path("accepted").asInt()).isEqualTo(1);
    assertThat(door.written()).hasSize(1);
  }

  @Test
  void beforeTheCatalogueIsReadTheAnswerIs503() throws Exception {
    door.catalogueIsUnread();

    assertThat(door.post(DEPLOY, door.machine, deploy("1", "orders")).statusCode()).isEqualTo(503);
  }

  @Test
  void aFactOfAnUnknownServiceIsParkedAndTheNearestNameGiven() throws Exception {
    JsonNode answer = json(door.post(DEPLOY, door.admin, admin(deploy("1", "ordres"))));

    assertThat(answer.path("parked").asInt()).isEqualTo(1);
    assertThat(answer.path("items").get(0).toString())
        .isEqualTo(
            "{\"id\":\"1\",\"status\":\"parked\","
                + "\"reason\":\"unknown-service: the catalogue has no such service;"
                + " kept, and placed by itself once it has\","
                + "\"didYouMean\":\"orders\"}");
    assertThat(door.written()).containsExactly("muster.dead-letters.v1 ordres");
    assertThat(door.header("muster_reason")).isEqualTo("unknown-service");
    assertThat(door.header("muster_topic")).isEqualTo("muster.facts.deploy.v1");
    assertThat(door.metrics()).contains("muster_ingest_parked_total{reason=\"unknown-service\"} 1");
  }

  @Test
  void aFactFromTheFutureIsParked() throws Exception {
    String body = deploy("1", "orders").replace("11:59:00", "12:05:01");

    JsonNode answer = json(door.post(DEPLOY, door.machine, body));

    assertThat(answer.path("items").get(0).path("reason").asText()).startsWith("time-ahead: ");
  }

  @Test
  void aFactFiveMinutesAheadIsTaken() throws Exception {
    String body = deploy("1", "orders").replace("11:59:00", "12:05:00");

    assertThat(json(door.post(DEPLOY, door.machine, body)).path("accepted").asInt()).isEqualTo(1);
  }

  @Test
  void aFactTooOldIsParked() throws Exception {
    String body = deploy("1", "orders").replace("2026-11-21", "2025-10-01");

    JsonNode answer = json(door.post(DEPLOY, door.machine, body));

    assertThat(answer.path("items").get(0).path("reason").asText()).startsWith("time-too-old: ");
  }

  @Test
  void aSampleOfAnUnknownSloIsParked() throws Exception {
    String sample =
        """
        {"id": "1", "service": "orders", "slo": "availabilty", "time": "2026-11-21T11:59:00Z",
         "from": "2026-11-21T11:58:00Z", "to": "2026-11-21T11:59:00Z", "good": 1, "total": 1}
        """;

    JsonNode item = json(door.post("/v1/facts/sli", door.machine, sample)).path("items").get(0);

    assertThat(item.path("reason").asText()).startsWith("unknown-slo: ");
    assertThat(item.path("didYouMean").asText()).isEqualTo("availability");
  }

  @Test
  void aRepeatIsAnsweredLikeTheFirstAndWrittenOnce() throws Exception {
    HttpResponse<String> first = door.post(DEPLOY, door.machine, deploy("1", "orders"));

    HttpResponse<String> answer = door.post(DEPLOY, door.machine, deploy("1", "orders"));

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo(first.body());
    assertThat(door.metrics()).contains("became=\"repeated\"");
    assertThat(door.written()).hasSize(1);
  }

  @Test
  void aRepeatOfAParkedFactIsParkedOnce() throws Exception {
    door.post(DEPLOY, door.admin, admin(deploy("1", "nobody")));

    JsonNode answer = json(door.post(DEPLOY, door.admin, admin(deploy("1", "nobody"))));

    assertThat(answer.path("parked").asInt()).isEqualTo(1);
    assertThat(door.written()).hasSize(1);
    assertThat(door.metrics()).contains("muster_ingest_parked_total{reason=\"unknown-service\"} 1");
  }

  @Test
  void aParkedFactSentAgainAfterTheCatalogueKnowsItsServiceIsAccepted() throws Exception {
    door.post(DEPLOY, door.admin, admin(deploy("1", "billing")));
    door.known(Services.of(Services.service("billing")));

    JsonNode answer = json(door.post(DEPLOY, door.admin, admin(deploy("1", "billing"))));

    assertThat(answer.path("accepted").asInt()).isEqualTo(1);
  }

  @Test
  void aRepeatWithinOneBatchIsWrittenOnce() throws Exception {
    String body = "[" + deploy("1", "orders") + "," + deploy("1", "orders") + "]";

    JsonNode answer = json(door.post(DEPLOY, door.machine, body));

    assertThat(answer.path("accepted").asInt()).isEqualTo(2);
    assertThat(door.written()).hasSize(1);
  }

  @Test
  void aFactOfASubjectIsWrittenIntoEveryPartition() throws Exception {
    String scan =
        """
        {"id": "1", "source": "ci", "subject": "rotation/checkout", "check": "drill",
         "time": "2026-11-21T11:59:00Z", "outcome": "PASSED"}
        """;

    door.post("/v1/facts/scan", door.admin, scan);

    assertThat(door.partitions()).containsExactly(0, 1, 2);
    assertThat(door.written()).containsOnly("muster.facts.scan.v1 rotation/checkout");
  }

  private static String scan(String check) {
    return """
        {"id": "1", "service": "orders", "check": "%s", "time": "2026-11-21T11:59:00Z",
         "outcome": "PASSED"}
        """
        .formatted(check);
  }

  @Test
  void aScanThatNoStandardAsksForIsTakenWithAHint() throws Exception {
    door.known(new KnownServices(door.known().services(), Set.of("secret-scan", "load-test")));

    JsonNode meant = json(door.post("/v1/facts/scan", door.machine, scan("secert-scan")));
    JsonNode own = json(door.post("/v1/facts/scan", door.admin, admin(scan("zzzzzz"))));
    JsonNode known =
        json(
            door.post(
                "/v1/facts/scan", door.admin, admin(scan("load-test")).replace("\"1\"", "\"2\"")));

    assertThat(meant.path("accepted").asInt()).isEqualTo(1);
    assertThat(meant.path("items").get(0).path("hint").asText())
        .isEqualTo("no standard asks for check \"secert-scan\"; did you mean secret-scan?");
    assertThat(own.path("items").get(0).path("hint").asText())
        .isEqualTo("no standard asks for check \"zzzzzz\"");
    assertThat(known.path("items").get(0).has("hint")).isFalse();
  }

  private static String heartbeat(String subject) {
    return """
        {"id": "1", "subject": "%s", "time": "2026-11-21T11:59:00Z", "rule": "Watchdog",
         "title": "Watchdog", "fingerprint": "f", "startedAt": "2026-11-21T11:00:00Z",
         "severity": "NONE", "state": "FIRING"}
        """
        .formatted(subject);
  }

  @Test
  void aMachineGivesASignOfLifeOfItselfAndOfNobodyElse() throws Exception {
    HttpResponse<String> own = door.post("/v1/facts/alert", door.machine, heartbeat("org"));
    HttpResponse<String> other =
        door.post("/v1/facts/alert", door.machine, heartbeat("rotation/payments"));

    assertThat(own.statusCode()).as(own.body()).isEqualTo(202);
    assertThat(other.statusCode()).isEqualTo(403);
    assertThat(other.body()).contains("may not speak of rotation/payments");
  }

  @Test
  void anAlertmanagerNotificationThatLacksAlertsIsTakenWithAWarning() throws Exception {
    String body =
        """
        {"version": "4", "truncatedAlerts": 2, "alerts": [
          {"status": "firing", "fingerprint": "f1", "startsAt": "2026-11-21T11:58:00Z",
           "endsAt": "0001-01-01T00:00:00Z",
           "labels": {"alertname": "High", "severity": "page", "service": "orders"}}]}
        """;

    JsonNode answer = json(door.post("/v1/collectors/alertmanager", door.machine, body));

    assertThat(answer.path("accepted").asInt()).isEqualTo(1);
    assertThat(answer.path("warnings").get(0).asText()).startsWith("2 alerts were cut off");
    assertThat(door.metrics()).contains("muster_ingest_truncated_total 2.0");
  }

  @Test
  void aResticRunIsTaken() throws Exception {
    String path = "/v1/collectors/restic?service=orders&dataset=db&operation=restore&exit=0";

    JsonNode answer = json(door.post(path, door.machine, "restored\n"));

    assertThat(answer.path("accepted").asInt()).isEqualTo(1);
    assertThat(door.written()).containsExactly("muster.facts.backup.v1 orders");
  }

  @Test
  void anUnknownCollectorIsAnswered404() throws Exception {
    assertThat(door.post("/v1/collectors/fax", door.machine, "{}").statusCode()).isEqualTo(404);
  }

  @Test
  void anotherMethodIsAnswered405() throws Exception {
    assertThat(door.get(DEPLOY).statusCode()).isEqualTo(405);
  }

  private static String admin(String body) {
    return body.replace("{\"id\"", "{\"source\": \"by-hand\", \"id\"");
  }

  private static final String PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private static String sourced(String id, String service) {
    return deploy(id, service).replace("{\"id\"", "{\"source\": \"ci/main\", \"id\"");
  }

  @Test
  void theTraceOfARequestGoesOnWithItsFactsParkedOrNot() throws Exception {
    door.post(DEPLOY, sourced("1", "orders"), "traceparent", PARENT);
    String placed = door.header("traceparent");
    door.post(DEPLOY, sourced("2", "ordres"), "traceparent", PARENT);
    String parked = door.header("traceparent");

    assertThat(placed).isEqualTo(PARENT);
    assertThat(parked).isEqualTo(PARENT);
  }

  @Test
  void aTraceThatIsMalformedOrGivenTwiceIsIgnoredAndTheFactTaken() throws Exception {
    int malformed = door.post(DEPLOY, sourced("1", "orders"), "traceparent", "00-x").statusCode();
    String first = door.header("traceparent");
    int twice =
        door.post(DEPLOY, sourced("2", "orders"), "traceparent", PARENT, PARENT).statusCode();

    assertThat(malformed).isEqualTo(202);
    assertThat(twice).isEqualTo(202);
    assertThat(first).isNull();
    assertThat(door.header("traceparent")).isNull();
  }

  @Test
  void aSampleCarriesNoTrace() throws Exception {
    String sample =
        """
        {"id": "s", "source": "prom", "service": "orders", "slo": "availability",
         "time": "2026-11-21T11:59:00Z", "from": "2026-11-21T11:58:00Z",
         "to": "2026-11-21T11:59:00Z", "good": 1, "total": 1}
        """;

    int answer = door.post("/v1/facts/sli", sample, "traceparent", PARENT).statusCode();

    assertThat(answer).isEqualTo(202);
    assertThat(door.header("traceparent")).isNull();
  }
}
