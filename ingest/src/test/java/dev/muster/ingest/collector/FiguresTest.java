package dev.muster.ingest.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.muster.ingest.collector.Fixtures.Sample;
import dev.muster.ingest.fact.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The figures and names that gates read, of one sample of each tool. */
class FiguresTest {

  private static Reading read(String tool, String file, String query) {
    Fixtures fixtures =
        Fixtures.all().filter(all -> all.collector().tool().equals(tool)).findFirst().orElseThrow();
    String whole = query.isEmpty() ? fixtures.query() : fixtures.query() + '&' + query;
    Sample sample = new Sample(fixtures.collector(), file, whole, List.of());
    return sample.read(sample.body());
  }

  private static Map<String, Double> values(String tool, String file, String query) {
    Map<String, Double> values = new TreeMap<>();
    JsonNode json = read(tool, file, query).candidates().get(0).json();
    json.path("values")
        .properties()
        .forEach(each -> values.put(each.getKey(), each.getValue().asDouble()));
    return values;
  }

  private static Fact fact(String tool, String file, String query) {
    return Fixtures.facts(read(tool, file, query)).get(0);
  }

  @Test
  void anImagesHolesAreCountedAsGatesReadThem() {
    assertThat(values("trivy", "image.json", ""))
        .contains(entry("critical", 1.0), entry("criticalFixable", 0.0), entry("high", 1.0));
    assertThat(values("grype", "image.json", ""))
        .contains(entry("critical", 1.0), entry("criticalFixable", 0.0), entry("high", 1.0));
    assertThat(values("npm-audit", "npm7.json", ""))
        .contains(entry("critical", 1.0), entry("criticalFixable", 0.0), entry("medium", 1.0));
  }

  @Test
  void anImageIsNamedWithoutWhatChangesWithEachBuild() {
    Fact image = fact("trivy", "image.json", "");

    assertThat(image.text("target")).contains("registry.example.org:5000/shop/orders");
    assertThat(image.text("imageDigest")).contains("sha256:" + "a".repeat(64));
    assertThat(image.time()).isEqualTo(Instant.parse("2026-11-21T10:30:00.123Z"));
    assertThat(fact("grype", "image.json", "").text("target")).contains("shop/orders");
  }

  @Test
  void theUrlGoesBeforeTheReport() {
    Fact image =
        fact(
            "trivy",
            "image.json",
            "target=acme/orders&environment=prod&ref=main&time=2026-11-21T11:00:00Z&id=run-7");

    assertThat(image.text("target")).contains("acme/orders");
    assertThat(image.text("environment")).contains("prod");
    assertThat(image.text("ref")).contains("main");
    assertThat(image.id()).isEqualTo("run-7");
    assertThat(image.time()).isEqualTo(Instant.parse("2026-11-21T11:00:00Z"));
  }

  @Test
  void suppressedPassedAndGoneResultsDoNotCount() {
    assertThat(values("sarif", "serious.sarif", ""))
        .contains(entry("high", 1.0), entry("low", 1.0), entry("medium", 0.0));
    assertThat(fact("sarif", "serious.sarif", "").value("findings"))
        .isEqualTo(Map.of("note", 1L, "error", 1L));
  }

  @Test
  void theLoadBorneIsOfRequestsThatDidNotFail() {
    assertThat(values("k6", "export.json", "exit=0&peak=220"))
        .contains(
            entry("p95Millis", 150.5), entry("goodPerSecond", 198.0), entry("peakRatio", 0.9));
    assertThat(values("k6", "no-failures-told.json", "exit=0&peak=1"))
        .doesNotContainKey("peakRatio");
  }

  @Test
  void aPageIsMeasuredInMillisecondsAndBytes() {
    assertThat(values("lighthouse", "page.json", "")).containsExactly(entry("millis", 1650.4));
    assertThat(values("lighthouse", "page.json", "check=bundle-size"))
        .containsExactly(entry("firstScriptBytes", 70_000.0));
    assertThat(fact("lighthouse", "error.json", "").text("target"))
        .contains("https://orders.example.org");
  }

  @Test
  void testCasesAreCountedAndNotTheirSums() {
    assertThat(values("junit", "passed.xml", ""))
        .containsOnly(
            entry("tests", 2.0), entry("failed", 0.0), entry("skipped", 1.0), entry("flaky", 1.0));
  }

  @Test
  void aBackupIsMeasuredDatedAndNamed() {
    List<Fact> kept = Fixtures.facts(read("pgbackrest", "info.json", ""));

    assertThat(kept.get(1).id())
        .isEqualTo("pgbackrest-orders-20261120-030000F_20261121-030000I-succeeded");
    assertThat(kept.get(1).value("encrypted")).isEqualTo(true);
    assertThat(kept.get(1).value("durationMillis")).isEqualTo(10_000L);
    assertThat(kept.get(1).value("oldestKept")).isEqualTo(kept.get(0).time());
    assertThat(kept.get(1).text("scope")).contains("FULL");
  }

  @Test
  void borgsTimesAreOfTheZoneGiven() {
    Fact backup = fact("borg", "create.json", "exit=0&zone=Europe/Berlin");

    assertThat(backup.time()).isEqualTo(Instant.parse("2026-11-21T10:30:01.500Z"));
    assertThat(backup.value("recoveryPoint")).isEqualTo(Instant.parse("2026-11-21T10:30:00Z"));
    assertThat(backup.value("encrypted")).isEqualTo(true);
  }

  @Test
  void aRestoreNamesWhatItCameFromAndHowItWasFoundGood() {
    Fact restore = fact("velero", "restore.json", "verified-by=QUERY&scope=FULL");

    assertThat(restore.text("restoredFrom")).contains("nightly-20261121030000");
    assertThat(restore.text("verifiedBy")).contains("QUERY");
    assertThat(restore.text("scope")).contains("FULL");
    assertThat(restore.value("durationMillis")).isEqualTo(240_000L);
  }

  @Test
  void aCopysRegionIsThatOfItsVault() {
    Fact copy = fact("aws-backup", "copy.json", "");

    assertThat(copy.text("region")).contains("eu-north-1");
    assertThat(copy.value("bytes")).isEqualTo(22_548_578_304L);
  }

  @Test
  void aRunThatComesToItsEndIsAFactOfItsOwn() {
    assertThat(fact("aws-backup", "restore-created.json", "").id())
        .isEqualTo("aws-backup-R1-inconclusive");
    assertThat(fact("aws-backup", "restore.json", "").id()).isEqualTo("aws-backup-R1-succeeded");
  }
}
