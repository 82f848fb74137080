package dev.muster.ingest.fact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.muster.runtime.http.Problem.FieldError;
import dev.muster.schemas.fact.Proof;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactRulesTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String SAMPLE =
      """
      {"id": "1", "source": "prom", "service": "orders", "slo": "availability",
       "time": "2026-11-21T12:01:00Z", "from": "2026-11-21T12:00:00Z", "to": "2026-11-21T12:01:00Z",
       "good": 99, "total": 100}
      """;
  private static final String SCAN =
      """
      {"id": "1", "source": "ci", "service": "orders", "time": "2026-11-21T12:00:00Z",
       "check": "load-test", "outcome": "PASSED"}
      """;

  private final FieldErrors errors = new FieldErrors();

  private Optional<Fact> read(FactKind kind, String json, String field, String value)
      throws Exception {
    ObjectNode object = (ObjectNode) JSON.readTree(json);
    if (!field.isEmpty()) {
      object.set(field, JSON.readTree(value));
    }
    return FactReader.read(new Candidate(kind, object, "[2]"), errors);
  }

  @ParameterizedTest(name = "{0} of {1} is refused at {2}")
  @CsvSource({
    "good, 101, good",
    "good, -1, good",
    "total, 9007199254740993, good",
    "from, '\"2026-11-21T12:01:00Z\"', to",
    "from, '\"2026-11-21T11:00:59Z\"', to",
    "time, '\"2026-11-21T12:00:00Z\"', time",
    "source, '\" \"', source",
  })
  void aSampleThatCannotBeIsRefused(String field, String value, String named) throws Exception {
    Optional<Fact> fact = read(FactKind.SLI, SAMPLE, field, value);

    assertThat(fact).isEmpty();
    assertThat(errors.all()).extracting(FieldError::field).containsExactly("[2]." + named);
  }

  @Test
  void aSampleOfOneHourIsTaken() throws Exception {
    assertThat(read(FactKind.SLI, SAMPLE, "from", "\"2026-11-21T11:01:00Z\"")).isPresent();
  }

  @Test
  void aMachinesScanIsMarkedAsSuch() throws Exception {
    Fact fact = read(FactKind.SCAN, SCAN, "", "").orElseThrow();

    assertThat(fact.value("proof")).isEqualTo(Proof.MACHINE);
  }

  @ParameterizedTest
  @CsvSource({"proof, '\"PERSON\"', proof", "attestedBy, '\"ada\"', attestedBy"})
  void aPersonsWordIsNotTakenHere(String field, String value, String named) throws Exception {
    assertThat(read(FactKind.SCAN, SCAN, field, value)).isEmpty();
    assertThat(errors.all()).extracting(FieldError::field).containsExactly("[2]." + named);
  }

  @ParameterizedTest
  @CsvSource({"state, '\"CLASSIFIED\"'", "classification, '\"DUPLICATE\"'"})
  void aClassificationIsNotTakenHere(String field, String value) throws Exception {
    String alert =
        """
        {"id": "1", "source": "am", "service": "orders", "time": "2026-11-21T12:00:00Z",
         "rule": "r", "fingerprint": "f", "startedAt": "2026-11-21T12:00:00Z", "state": "FIRING"}
        """;

    assertThat(read(FactKind.ALERT, alert, field, value)).isEmpty();
    assertThat(errors.all()).extracting(FieldError::field).containsExactly("[2].classification");
  }

  @ParameterizedTest
  @CsvSource({"'\"org\"', true", "'\"rotation/checkout\"', true", "'\"system/\"', false"})
  void aSubjectIsARotationASystemOrTheOrganisation(String subject, boolean taken) throws Exception {
    String scan = SCAN.replace("\"service\": \"orders\", ", "");

    assertThat(read(FactKind.SCAN, scan, "subject", subject).isPresent()).isEqualTo(taken);
  }

  @Test
  void aServiceAndASubjectAreOneTooMany() throws Exception {
    assertThat(read(FactKind.SCAN, SCAN, "subject", "\"org\"")).isEmpty();
    assertThat(errors.all())
        .extracting(FieldError::expected)
        .containsExactly("a service or a subject, not both");
  }

  @Test
  void noErrorShowsTextThatWasSent() throws Exception {
    read(FactKind.SLI, SAMPLE, "good", "\"muster_m_secret\"");
    read(FactKind.SCAN, SCAN, "outcome", "\"muster_m_secret\"");

    assertThat(errors.all().toString()).doesNotContain("secret");
  }
}
