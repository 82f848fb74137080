package dev.muster.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** Every client passes the command through and reports the same facts. */
@ParameterizedClass
@MethodSource("clients")
class RunReportsTest extends RunContract {

  static Stream<Client> clients() {
    return Client.all();
  }

  @Test
  void inputOutputAndExitCodePassThrough() throws Exception {
    Process process =
        start(
            List.of(
                "--service",
                "orders",
                "--scan",
                "tests",
                "--",
                "sh",
                "-c",
                "cat; printf e >&2; exit 7"),
            "first\nlast without end");

    Ended ended = ended(process);

    assertThat(ended.code()).isEqualTo(7);
    assertThat(ended.output()).isEqualTo("first\nlast without end");
    assertThat(ended.errors()).startsWith("e").contains("scan tests for orders FAILED", "reported");
    assertThat(fact("service", "check", "outcome"))
        .isEqualTo("service=orders check=tests outcome=FAILED");
  }

  @Test
  void ofACopyItIsToldUpToWhenItHoldsTheDataAndWhetherItIsEncrypted() throws Exception {
    run(
        List.of(
            "--backup",
            "BACKUP",
            "--dataset",
            "orders-db",
            "--recovery-point",
            "2026-11-20T03:00:00.5Z",
            "--encrypted",
            "NO"),
        "true");

    JsonNode fact = ingest.posted().get(0).fact();
    assertThat(Instant.parse(fact.path("recoveryPoint").asText()))
        .isEqualTo(Instant.parse("2026-11-20T03:00:00.5Z"));
    assertThat(fact.path("encrypted").isBoolean()).isTrue();
    assertThat(fact.path("encrypted").booleanValue()).isFalse();
  }

  @Test
  void aRestoreIsReportedWithWhatWasClaimed() throws Exception {
    Instant before = Instant.ofEpochSecond(Instant.now().getEpochSecond());

    run(
        List.of(
            "--backup",
            "RESTORE",
            "--dataset",
            "orders-db",
            "--scope",
            "FULL",
            "--verified-by",
            "QUERY",
            "--target",
            "standby",
            "--ref",
            "d7bd43fb"),
        "true");

    assertThat(
            fact(
                "operation", "dataset", "scope", "verifiedBy", "outcome", "target", "restoredFrom"))
        .isEqualTo(
            "operation=RESTORE dataset=orders-db scope=FULL verifiedBy=QUERY outcome=SUCCEEDED"
                + " target=standby restoredFrom=d7bd43fb");
    FakeIngest.Posted posted = ingest.posted().get(0);
    assertThat(posted.path()).isEqualTo("/v1/facts/backup");
    assertThat(posted.authorization()).isEqualTo("Bearer " + TOKEN);
    JsonNode fact = posted.fact();
    assertThat(fact.path("source").asText()).isEqualTo("muster-run/orders");
    assertThat(UUID.fromString(fact.path("id").asText()).version()).isEqualTo(4);
    assertThat(Instant.parse(fact.path("time").asText())).isBetween(before, Instant.now());
    assertThat(fact.path("durationMillis").asLong()).isBetween(0L, 60_000L);
    assertThat(fact.properties()).hasSize(12);
  }

  @Test
  void aScanCarriesValuesAndTheReportsHash() throws Exception {
    Path values =
        Files.writeString(folder.resolve("values.json"), "{ \"high\": 3,\n \"peakRatio\": 0.5e1 }");
    Path report = Files.writeString(folder.resolve("report.txt"), "abc", StandardCharsets.US_ASCII);

    run(
        List.of(
            "--scan",
            "code-scan",
            "--values-from",
            values.toString(),
            "--value",
            "high=0",
            "--value",
            "critical=-1.5",
            "--report",
            report.toString(),
            "--environment",
            "prod-eu",
            "--ref",
            "0123456789abcdef0123456789abcdef01234567"),
        "true");

    assertThat(fact("environment", "commit", "ref", "outcome", "reportSha256"))
        .isEqualTo(
            "environment=prod-eu commit=0123456789abcdef0123456789abcdef01234567 ref=absent outcome=PASSED"
                + " reportSha256=ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    JsonNode sent = ingest.posted().get(0).fact().path("values");
    assertThat(sent.path("high").asDouble()).isEqualTo(0);
    assertThat(sent.path("critical").asDouble()).isEqualTo(-1.5);
    assertThat(sent.path("peakRatio").asDouble()).isEqualTo(5);
    assertThat(sent.properties()).hasSize(3);
  }

  @Test
  void valuesMayBeLines() throws Exception {
    Path values =
        Files.writeString(folder.resolve("values.txt"), "# measured\n\n high = 3 \ncritical=0");

    run(List.of("--scan", "code-scan", "--values-from", values.toString()), "true");

    assertThat(ingest.posted().get(0).fact().path("values").toString())
        .isIn("{\"high\":3,\"critical\":0}", "{\"critical\":0,\"high\":3}");
  }

  @Test
  void valuesThatAreNoNumbersAreLeftOutAndSaid() throws Exception {
    Path values = Files.writeString(folder.resolve("values.json"), "{\"high\": \"none\"}");

    Ended ended = run(List.of("--scan", "code-scan", "--values-from", values.toString()), "true");

    assertThat(ended.code()).isZero();
    assertThat(ended.errors()).contains("no values from");
    assertThat(fact("values")).isEqualTo("values=absent");
  }

  @Test
  void outputThatIsWatchedPassesThroughToo() throws Exception {
    Path restic =
        Files.writeString(folder.resolve("restic"), "cat; echo 'x does not exist, skipping' >&2");
    Process process =
        start(
            List.of(
                "--service",
                "orders",
                "--backup",
                "BACKUP",
                "--dataset",
                "d",
                "--",
                "sh",
                restic.toString()),
            "first\nlast without end");

    Ended ended = ended(process);

    assertThat(ended.output()).isEqualTo("first\nlast without end");
    assertThat(ended.errors())
        .startsWith("x does not exist, skipping\n")
        .contains("a path to back up was missing");
    assertThat(fact("outcome")).isEqualTo("outcome=PARTIAL");
  }

  @Test
  void aDeployIsReportedAtItsStartAndItsEnd() throws Exception {
    environment.put("CI", "true");

    run(
        List.of(
            "--deploy",
            "--environment",
            "production",
            "--ref",
            "v42",
            "--exit",
            "0=PASSED,*=ABORTED"),
        "false");

    String[] fields = {"outcome", "environment", "version", "trigger"};
    assertThat(ingest.posted())
        .extracting(posted -> fields(posted, fields))
        .containsExactly(
            "outcome=STARTED environment=production version=v42 trigger=PIPELINE",
            "outcome=ABORTED environment=production version=v42 trigger=PIPELINE");
    assertThat(ingest.posted())
        .extracting(posted -> posted.fact().path("deploymentId").asText())
        .containsOnly(ingest.posted().get(1).fact().path("id").asText().replace("-ended", ""));
  }

  @Test
  void aPersonAtATerminalDeploysByHand() throws Exception {
    run(List.of("--deploy", "--environment", "production"), "true");

    assertThat(fields(ingest.posted().get(1), "outcome", "trigger"))
        .isEqualTo("outcome=SUCCEEDED trigger=MANUAL");
  }

  @Test
  void exitRulesDecideTheOutcome() throws Exception {
    Ended ended =
        run(
            List.of("--scan", "tests", "--exit", "0=PASSED,3=PARTIAL,*=ERROR"),
            "sh",
            "-c",
            "exit 3");

    assertThat(ended.code()).isEqualTo(3);
    assertThat(fact("outcome")).isEqualTo("outcome=PARTIAL");
  }

  @Test
  void aDeployTakesNoPartialAndTheCommandDoesNotRun() throws Exception {
    Ended ended =
        run(
            List.of("--deploy", "--environment", "e", "--exit", "3=PARTIAL"),
            "touch",
            folder.resolve("ran").toString());

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.errors()).contains("PARTIAL");
    assertThat(folder.resolve("ran")).doesNotExist();
  }

  @Test
  void aRecoveryPointThatIsNoInstantAndOneOfAScanAreRefusedAndTheCommandDoesNotRun()
      throws Exception {
    String ran = folder.resolve("ran").toString();
    List<String> backup = List.of("--backup", "BACKUP", "--dataset", "d", "--recovery-point", "3h");

    Ended noInstant = run(backup, "touch", ran);
    Ended scan = run(List.of("--scan", "tests", "--encrypted", "YES"), "touch", ran);

    assertThat(noInstant.code()).isEqualTo(2);
    assertThat(noInstant.errors()).contains("2026-03-01T14:00:00Z", "3h");
    assertThat(scan.code()).isEqualTo(2);
    assertThat(scan.errors()).contains("--recovery-point and --encrypted go with --backup");
    assertThat(folder.resolve("ran")).doesNotExist();
  }

  @Test
  void aCommandThatIsNotThereIsAnError() throws Exception {
    Ended ended = run(List.of("--scan", "tests"), "./no-such-command");

    assertThat(ended.code()).isEqualTo(127);
    assertThat(fact("outcome")).isEqualTo("outcome=ERROR");
  }

  @Test
  void hostileWordsArriveAsTheyAre() throws Exception {
    String hostile = "a'b\"c\\d\te\nf $(exit 9) `g` * é ✓ 🙂 -n";

    Ended ended =
        run(
            List.of("--scan", hostile, "--target=" + hostile),
            "printf",
            "%s|",
            hostile,
            "",
            "--",
            "@x");

    assertThat(ended.code()).isZero();
    assertThat(ended.output()).isEqualTo(hostile + "||--|@x|");
    JsonNode fact = ingest.posted().get(0).fact();
    assertThat(fact.path("check").asText()).isEqualTo(hostile);
    assertThat(fact.path("target").asText()).isEqualTo(hostile);
  }

  @Test
  void theTokenIsNowhereToBeSeen() throws Exception {
    Ended ended = run(List.of("--scan", "tests"), "env");

    assertThat(ingest.posted()).hasSize(1);
    assertThat(ingest.posted().get(0).processes()).doesNotContain(TOKEN).contains("muster");
    assertThat(ended.output() + ended.errors()).doesNotContain(TOKEN);
  }

  @Test
  void theCommandSeesTheEnvironmentAsItWas() throws Exception {
    environment.put("outcome", "mine");
    environment.put("IFS", "x");

    Ended ended = run(List.of("--scan", "tests"), "sh", "-c", "echo $outcome; umask");

    Process plain = new ProcessBuilder("sh", "-c", "umask").start();
    assertThat(ended.output())
        .isEqualTo(
            "mine\n"
                + new String(plain.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
  }

  @Test
  void whileMusterIsAwayEventsWaitForTheNextRun() throws Exception {
    int port = ingest.port();
    ingest.close();
    Ended away = run(List.of("--scan", "tests"), "sh", "-c", "exit 4");
    List<Path> kept = files(waiting());
    String first = Files.readString(kept.get(0));
    ingest = new FakeIngest(port);

    Ended back = run(List.of("--scan", "tests"), "true");

    assertThat(away.code()).isEqualTo(4);
    assertThat(away.errors())
        .contains("not reported: no answer from " + ingest.url() + " (MUSTER_INGEST_URL); kept");
    assertThat(kept).hasSize(1);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(waiting())))
        .isEqualTo("rwx------");
    assertThat(first).doesNotContain(TOKEN);
    assertThat(back.errors()).contains("reported; also sent 1 kept earlier");
    assertThat(ingest.posted()).hasSize(2);
    assertThat(ingest.posted().get(1).path()).isEqualTo("/v1/facts/scan");
    assertThat(first).contains(ingest.posted().get(1).fact().path("id").asText());
    assertThat(files(waiting())).isEmpty();
  }

  @Test
  void whatIsKeptForOneMusterIsNotSentToAnother() throws Exception {
    environment.put("MUSTER_INGEST_URL", "http://ada:secret@127.0.0.1:1/in/gest//");
    run(List.of("--scan", "tests"), "true");
    Path kept = waiting();
    environment.put("MUSTER_INGEST_URL", ingest.url());

    Ended other = run(List.of("--scan", "tests"), "true");

    assertThat(kept).hasFileName("127.0.0.1-1-in-gest-2572002699");
    assertThat(files(kept)).hasSize(1);
    assertThat(other.errors()).endsWith("reported\n");
    assertThat(ingest.posted()).hasSize(1);
  }

  @Test
  void withoutASettingTheMusterOfTheDataFolderIsAsked() throws Exception {
    environment.remove("MUSTER_INGEST_URL");
    environment.put("MUSTER_DATA", folder.toString());
    Path addresses = folder.resolve("addresses");
    Files.writeString(addresses, "kafka=127.0.0.1:1\ningest=" + ingest.url() + "\n");
    Files.setPosixFilePermissions(addresses, PosixFilePermissions.fromString("rw-------"));
    run(List.of("--scan", "tests"), "true");
    ingest.close();

    Ended away = run(List.of("--scan", "tests"), "true");

    assertThat(ingest.posted()).hasSize(1);
    assertThat(away.errors())
        .contains("no answer from " + ingest.url() + " (as " + addresses + " says; does that");
  }

  @Test
  void aSickMusterIsAskedAgainWithTheSameId() throws Exception {
    ingest.answers(503, "");
    run(List.of("--scan", "tests"), "true");
    ingest.answers(202, FakeIngest.TAKEN);

    run(List.of("--scan", "tests"), "true");

    assertThat(ingest.posted()).hasSize(3);
    assertThat(ingest.posted().get(2).fact()).isEqualTo(ingest.posted().get(0).fact());
  }

  @Test
  void aRefusedEventIsKeptAsideAndTheExitCodeStays() throws Exception {
    ingest.answers(403, "{\"status\":403,\"detail\":\"token is not for service orders\"}");

    Ended ended = run(List.of("--scan", "tests"), "sh", "-c", "exit 5");

    assertThat(ended.code()).isEqualTo(5);
    assertThat(ended.errors())
        .contains("refused by Muster: answer 403: token is not for service orders; kept aside");
    assertThat(files(waiting().resolve("refused"))).hasSize(1);
    assertThat(files(waiting())).isEmpty();
  }

  @Test
  void aParkedEventIsSaid() throws Exception {
    ingest.answers(202, FakeIngest.PARKED);

    Ended ended = run(List.of("--scan", "tests"), "true");

    assertThat(ended.errors())
        .contains("parked by Muster: unknown service")
        .contains("did you mean orders?");
    assertThat(files(waiting())).isEmpty();
  }

  @Test
  void aHintIsPassedOn() throws Exception {
    ingest.answers(202, FakeIngest.HINTED);

    Ended ended = run(List.of("--scan", "tsets"), "true");

    assertThat(ended.errors())
        .contains(": reported, but no standard asks for it; did you mean tests?\n");
    assertThat(files(waiting())).isEmpty();
  }

  @Test
  void withoutATokenTheEventWaits() throws Exception {
    environment.put("MUSTER_TOKEN_FILE", folder.resolve("none").toString());

    Ended ended = run(List.of("--scan", "tests"), "true");

    assertThat(ended.code()).isZero();
    assertThat(ended.errors()).contains("no token can be read from");
    assertThat(files(waiting())).hasSize(1);
  }

  @Test
  void aCommandEndedByASignalGives128AndItsNumber() throws Exception {
    Ended ended = run(List.of("--scan", "tests"), "sh", "-c", "kill -KILL $$");

    assertThat(ended.code()).isEqualTo(137);
    assertThat(fact("outcome")).isEqualTo("outcome=FAILED");
  }

  @Test
  void signalsReachTheCommandAndItsEndIsReported() throws Exception {
    for (String name : List.of("TERM", "INT", "HUP")) {
      int before = ingest.posted().size();
      Files.deleteIfExists(folder.resolve("ready"));
      String body =
          "trap 'echo " + name + "; exit 9' " + name + "; : >ready; while :; do sleep 0.05; done";
      Process process =
          start(List.of("--service", "orders", "--scan", "tests", "--", "sh", "-c", body), "");
      while (!Files.exists(folder.resolve("ready"))) {
        Thread.onSpinWait();
      }

      new ProcessBuilder("kill", "-s", name, Long.toString(process.pid())).start().waitFor();

      Ended ended = ended(process);
      assertThat(ended.output()).isEqualTo(name + "\n");
      assertThat(ended.code()).isEqualTo(9);
      assertThat(ingest.posted()).hasSize(before + 1);
    }
  }

  private static List<Path> files(Path folder) throws java.io.IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
