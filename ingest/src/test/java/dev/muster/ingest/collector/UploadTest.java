package dev.muster.ingest.collector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.muster.ingest.catalogue.KnownServices;
import dev.muster.ingest.fact.Fact;
import dev.muster.runtime.http.Problem.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the URL of an upload tells, with a report that tells nothing of the kind. */
class UploadTest {
  private static final byte[] CLEAN = "[]".getBytes(UTF_8);

  private static Reading read(String query) {
    return Fixtures.read(new Gitleaks(), query, CLEAN);
  }

  private static Fact fact(String query) {
    return Fixtures.facts(read("service=orders&" + query)).get(0);
  }

  private static Fact at(Instant received, Optional<String> bound, Map<String, String> headers) {
    Incoming incoming =
        new Incoming(
            Map.of("check", "secret-scan"),
            headers,
            Body.of(CLEAN),
            KnownServices.NONE,
            received,
            bound);
    return Fixtures.facts(new Gitleaks().read(incoming)).get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "check=x, ?service",
    "service=orders&zone=Mars, ?zone",
    "service=orders&time=soon, ?time",
    "service=orders&time=2026-11-21T11:30:00, ?time",
    "service=orders&exit=none, ?exit",
    "service=orders&exit=-1, ?exit",
  })
  void aBadParameterIsNamed(String query, String parameter) {
    assertThat(read(query).errors().all()).extracting(FieldError::field).containsExactly(parameter);
  }

  @Test
  void theUrlSaysWhenWhereAndWhat() {
    Fact fact =
        fact(
            "time=2026-11-21T11:30:00&zone=Europe/Berlin&target=acme/orders&environment=prod"
                + "&ref=main&commit=c0ffee&source=ci/eu&report=https://ci.example.org/7&check=own");

    assertThat(fact.time()).isEqualTo(Instant.parse("2026-11-21T10:30:00Z"));
    assertThat(
            List.of("target", "environment", "ref", "commit", "source", "reportUrl", "check")
                .stream()
                .map(name -> fact.text(name).orElse("")))
        .containsExactly(
            "acme/orders", "prod", "main", "c0ffee", "ci/eu", "https://ci.example.org/7", "own");
    assertThat(fact.text("reportSha256").orElse("")).matches("[0-9a-f]{64}");
  }

  @Test
  void aTokenBoundToOneServiceNeedsNoParameter() {
    assertThat(at(Fixtures.NOON, Optional.of("orders"), Map.of()).service()).contains("orders");
  }

  @Test
  void theExitCodeMayComeInAHeader() {
    Fact broke = at(Fixtures.NOON, Optional.of("orders"), Map.of("muster-exit-code", "2"));

    assertThat(broke.text("outcome")).contains("ERROR");
    assertThat(broke.id()).isNotEqualTo(at(Fixtures.NOON, Optional.of("orders"), Map.of()).id());
  }

  @Test
  void whatBearsNoTimeIsNewsEachHour() {
    Instant noon = Fixtures.NOON;
    String first = at(noon, Optional.of("orders"), Map.of()).id();

    assertThat(at(noon.plusSeconds(600), Optional.of("orders"), Map.of()).id()).isEqualTo(first);
    assertThat(at(noon.plus(Duration.ofHours(1)), Optional.of("orders"), Map.of()).id())
        .isNotEqualTo(first);
  }

  @Test
  void severalFactsOfOneRunHaveIdsOfTheirOwn() {
    byte[] body =
        """
        {"SchemaVersion": 2, "ArtifactType": "filesystem", "Results": [
          {"Class": "lang-pkgs"}, {"Class": "secret", "Secrets": [{"Severity": "HIGH"}]}]}
        """
            .getBytes(UTF_8);

    Reading reading = Fixtures.read(new Trivy(), "service=orders&id=run-7", body);

    assertThat(Fixtures.facts(reading))
        .extracting(Fact::id, fact -> fact.text("check").orElse(""))
        .containsExactly(
            tuple("run-7", "dependency-scan"), tuple("run-7-secret-scan", "secret-scan"));
  }
}
