package dev.muster.ingest.collector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.ingest.catalogue.Services;
import dev.muster.ingest.fact.Fact;
import dev.muster.ingest.fact.FactReader;
import dev.muster.runtime.http.Problem.FieldError;
import dev.muster.schemas.fact.AlertState;
import dev.muster.schemas.fact.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertmanagerTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  private static String fixture(String name) throws IOException {
    try (InputStream in = AlertmanagerTest.class.getResourceAsStream("/alertmanager/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    }
  }

  private static Reading read(String body, Instant received) {
    return new Alertmanager()
        .read(
            new Incoming(
                Map.of("source", "alertmanager/eu-1"),
                Map.of(),
                body.getBytes(UTF_8),
                Services.of(Services.service("payments")),
                received));
  }

  private static List<Fact> facts(String body, Instant received) {
    Reading reading = read(body, received);
    List<Fact> facts =
        reading.candidates().stream()
            .flatMap(candidate -> FactReader.read(candidate, reading.errors()).stream())
            .toList();
    assertThat(reading.errors().all()).isEmpty();
    return facts;
  }

  @Test
  void eachAlertOfAGroupIsAFactOfItsOwnState() throws Exception {
    List<Fact> facts = facts(fixture("firing.json"), NOON);

    assertThat(facts)
        .extracting(fact -> fact.value("state"), fact -> fact.service().orElse(""))
        .containsExactly(tuple(AlertState.FIRING, "orders"), tuple(AlertState.RESOLVED, "orders"));
    Fact first = facts.get(0);
    assertThat(first.id()).isEqualTo("a1b2c3d4e5f60718-1795259400000-firing");
    assertThat(first.time()).isEqualTo(Instant.parse("2026-11-21T11:10:00Z"));
    assertThat(first.value("severity")).isEqualTo(Severity.PAGE);
    assertThat(first.text("runbook")).contains("https://runbooks.example.org/high-errors");
    assertThat(facts.get(1).time()).isEqualTo(Instant.parse("2026-11-21T11:20:30.5Z"));
  }

  @Test
  void aRepeatSaysNothingNew() throws Exception {
    String first = fixture("firing.json");

    List<Fact> again = facts(first, NOON.plus(Duration.ofHours(4)));

    assertThat(again)
        .extracting(Fact::id)
        .isEqualTo(facts(first, NOON).stream().map(Fact::id).toList());
  }

  @Test
  void aResolvedAlertKeepsItsEpisodeAndHasAnIdOfItsOwn() throws Exception {
    Fact fired = facts(fixture("firing.json"), NOON).get(0);
    Fact resolved = facts(fixture("resolved.json"), NOON).get(0);

    assertThat(resolved.value("startedAt")).isEqualTo(fired.value("startedAt"));
    assertThat(resolved.value("fingerprint")).isEqualTo(fired.value("fingerprint"));
    assertThat(resolved.id()).isNotEqualTo(fired.id());
    assertThat(resolved.time()).isEqualTo(Instant.parse("2026-11-21T11:40:00Z"));
  }

  @Test
  void aHeartbeatIsASignOfLifeOfEachMinuteAndOfNoService() throws Exception {
    Fact first = facts(fixture("watchdog.json"), NOON).get(0);
    Fact next = facts(fixture("watchdog.json"), NOON.plusSeconds(60)).get(0);

    assertThat(first.value("severity")).isEqualTo(Severity.NONE);
    assertThat(first.subject()).contains("org");
    assertThat(first.time()).isEqualTo(NOON);
    assertThat(next.id()).isNotEqualTo(first.id());
    assertThat(next.value("startedAt")).isEqualTo(first.value("startedAt"));
  }

  @Test
  void aTruncatedGroupIsNotComplete() throws Exception {
    Reading reading = read(fixture("truncated.json"), NOON);

    assertThat(reading.candidates()).hasSize(1);
    assertThat(reading.truncated()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "critical, PAGE",
    "Page, PAGE",
    "warning, TICKET",
    "info, INFO",
    "none, NONE",
    "pageteam, UNKNOWN",
    "'', UNKNOWN"
  })
  void aSeverityThatIsNotMappedIsUnknown(String label, Severity severity) throws Exception {
    String body = fixture("resolved.json").replace("\"critical\"", '"' + label + '"');

    assertThat(facts(body, NOON).get(0).value("severity")).isEqualTo(severity);
  }

  @Test
  void theCatalogueCanNameAServiceByItsLabels() throws Exception {
    String body =
        fixture("resolved.json").replace("\"service\": \"orders\"", "\"app\": \"payments-app\"");

    assertThat(facts(body, NOON).get(0).service()).contains("payments");
  }

  @Test
  void aLabelOfTheWholeGroupNamesAServiceAsWell() {
    String body =
        """
        {"version": "4", "commonLabels": {"app": "payments-app", "alertname": "Slow"},
         "alerts": [{"status": "firing", "fingerprint": "f1", "labels": {},
                     "startsAt": "2026-11-21T11:10:00Z"}]}
        """;

    assertThat(facts(body, NOON).get(0).service()).contains("payments");
  }

  @Test
  void theUrlsServiceGoesBeforeTheCataloguesRuleAndThatBeforeTheLabel() throws Exception {
    String both =
        fixture("resolved.json")
            .replace("\"service\": \"orders\"", "\"service\": \"x\", \"app\": \"payments-app\"");

    assertThat(facts(both, NOON).get(0).service()).contains("payments");
    assertThat(facts(fixture("resolved.json"), NOON).get(0).service()).contains("orders");
  }

  @Test
  void anAlertWithoutAServiceIsReadSoThatItCanBeParked() throws Exception {
    String body = fixture("resolved.json").replace("\"service\": \"orders\"", "\"app\": \"x\"");

    assertThat(facts(body, NOON).get(0).key()).isEmpty();
  }

  @Test
  void aTemplatedPayloadIsRefusedForWhatItLacks() {
    assertThat(read("{\"text\": \"fire!\"}", NOON).errors().all())
        .extracting(FieldError::field)
        .containsExactly("version", "alerts");
  }

  @Test
  void grafanasVersionIsNotTakenForAlertmanagers() throws Exception {
    String body = fixture("resolved.json").replace("\"version\": \"4\"", "\"version\": \"1\"");

    assertThat(read(body, NOON).errors().all())
        .containsExactly(new FieldError("version", "\"4\", as Alertmanager sends", "\"1\""));
  }

  @Test
  void allThatIsWrongWithAnAlertIsNamed() {
    String body =
        "{\"version\": \"4\", \"alerts\": [{\"status\": \"on\", \"startsAt\": \"0001-01-01T00:00:00Z\"}]}";

    assertThat(read(body, NOON).errors().all())
        .extracting(FieldError::field)
        .containsExactly(
            "alerts[0].fingerprint",
            "alerts[0].labels.alertname",
            "alerts[0].status",
            "alerts[0].startsAt");
  }
}
