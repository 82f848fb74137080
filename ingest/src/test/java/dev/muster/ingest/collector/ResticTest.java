package dev.muster.ingest.collector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.ingest.catalogue.KnownServices;
import dev.muster.ingest.fact.Fact;
import dev.muster.ingest.fact.FactReader;
import dev.muster.runtime.http.Problem.FieldError;
import dev.muster.schemas.fact.BackupOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResticTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final String WHAT = "service=orders&dataset=orders-db&source=restic/db-1";

  private static Reading read(String query, String fixture) throws IOException {
    return read(query, fixture, NOON);
  }

  private static Reading read(String query, String fixture, Instant received) throws IOException {
    try (InputStream in = ResticTest.class.getResourceAsStream("/restic/" + fixture)) {
      Map<String, String> parameters =
          Arrays.stream(query.split("&", -1))
              .map(pair -> pair.split("=", 2))
              .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
      byte[] body = Objects.requireNonNull(in, fixture).readAllBytes();
      return new Restic()
          .read(new Incoming(parameters, Map.of(), body, KnownServices.NONE, received));
    }
  }

  private static Fact fact(String query, String fixture) throws IOException {
    Reading reading = read(WHAT + '&' + query, fixture);
    assertThat(reading.errors().all()).isEmpty();
    Fact fact = FactReader.read(reading.candidates().get(0), reading.errors()).orElseThrow();
    assertThat(reading.errors().all()).isEmpty();
    return fact;
  }

  @ParameterizedTest(name = "{2} with {0}: {1}")
  @CsvSource({
    "operation=backup&exit=0, SUCCEEDED, backup.jsonl",
    "operation=backup, INCONCLUSIVE, backup.jsonl",
    "operation=backup&exit=3, PARTIAL, backup.jsonl",
    "operation=backup&exit=1, FAILED, backup.jsonl",
    "operation=backup&exit=12, ERROR, backup.jsonl",
    "operation=backup&exit=0, INCONCLUSIVE, dry-run.jsonl",
    "operation=backup&exit=0, PARTIAL, missing-source.txt",
    "operation=backup&exit=0, INCONCLUSIVE, nothing.jsonl",
    "operation=backup&exit=0, INCONCLUSIVE, restore.txt",
    "operation=restore&exit=0, SUCCEEDED, restore.txt",
    "operation=restore&exit=1, FAILED, restore.txt",
    "operation=restore, INCONCLUSIVE, restore.txt",
    "operation=check&exit=0, FAILED, check-damaged.jsonl",
  })
  void onlyWhatExitCodeAndOutputAgreeOnSucceeded(
      String query, BackupOutcome outcome, String fixture) throws Exception {
    assertThat(fact(query, fixture).value("outcome")).isEqualTo(outcome);
  }

  @Test
  void aBackupIsNamedByItsSnapshotAndMeasured() throws Exception {
    Fact fact = fact("operation=backup&exit=0&scope=FULL", "backup.jsonl");

    assertThat(fact.id()).isEqualTo("restic-BACKUP-0a1b2c3d");
    assertThat(fact.text("backupId")).contains("0a1b2c3d");
    assertThat(fact.value("bytes")).isEqualTo(2048L);
    assertThat(fact.value("durationMillis")).isEqualTo(1250L);
    assertThat(fact.time()).isEqualTo(NOON);
  }

  private static String idOf(String query, Instant received) throws IOException {
    Reading reading = read(WHAT + "&operation=restore&" + query, "restore.txt", received);
    return reading.candidates().get(0).json().path("id").asText();
  }

  @Test
  void anUploadWithoutASnapshotIsTheSameWhenItIsSentAgain() throws Exception {
    String first = idOf("exit=0", NOON);

    assertThat(first).matches("restic-RESTORE-[0-9a-f]{32}");
    assertThat(idOf("exit=0", NOON.plusSeconds(90))).isEqualTo(first);
    assertThat(idOf("exit=1", NOON)).isNotEqualTo(first);
    assertThat(idOf("exit=0&target=host-2", NOON)).isNotEqualTo(first);
  }

  @Test
  void theSameWordsTheNextNightAreAnotherRunUnlessTheyBearATime() throws Exception {
    String time = "exit=0&time=2026-11-21T03:20:00Z";
    Instant tomorrow = NOON.plus(Duration.ofDays(1));

    assertThat(idOf("exit=0", tomorrow)).isNotEqualTo(idOf("exit=0", NOON));
    assertThat(idOf(time, tomorrow)).isEqualTo(idOf(time, NOON));
  }

  @Test
  void whatTheUploaderCallsARunIsItsId() throws Exception {
    assertThat(idOf("exit=0&id=run-7", NOON)).isEqualTo("run-7");
  }

  @Test
  void theSnapshotOfADryRunDoesNotExist() throws Exception {
    assertThat(fact("exit=0", "dry-run.jsonl").text("backupId")).isEmpty();
  }

  @Test
  void aRestoreSaysWhatItWasToldOfItself() throws Exception {
    Fact fact =
        fact(
            "operation=restore&exit=0&scope=FULL&verified-by=CHECKSUM&time=2026-11-21T03:20:00Z",
            "restore.txt");

    assertThat(fact.text("scope")).contains("FULL");
    assertThat(fact.text("verifiedBy")).contains("CHECKSUM");
    assertThat(fact.time()).isEqualTo(Instant.parse("2026-11-21T03:20:00Z"));
  }

  @Test
  void whatResticDoesNotPrintMustBeGiven() throws Exception {
    assertThat(read("operation=forget&exit=x", "backup.jsonl").errors().all())
        .extracting(FieldError::field)
        .containsExactly("?operation", "?service", "?dataset", "?exit");
  }
}
