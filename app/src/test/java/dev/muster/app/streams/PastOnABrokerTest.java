package dev.muster.app.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.app.evidence.EvidenceCommand;
import dev.muster.app.kafka.MusterTest;
import dev.muster.app.kafka.TestKafka;
import dev.muster.runtime.auth.LoginLinks;
import dev.muster.runtime.auth.Role;
import dev.muster.runtime.auth.Tokens;
import dev.muster.runtime.metrics.Registries;
import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.Settings;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Proof;
import dev.muster.schemas.fact.Scan;
import dev.muster.schemas.fact.ScanOutcome;
import dev.muster.sink.SinkPart;
import dev.muster.sink.SinkSettings;
import dev.muster.sink.login.Entrance;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A correction, made by streams, looked back at through the sink. */
class PastOnABrokerTest {
  private final Instant begin = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(days(30));

  @TempDir Path folder;

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }

  private Instant day(int day) {
    return begin.plus(days(day));
  }

  private static Scan scan(String id, Instant time, ScanOutcome outcome) {
    return Scan.newBuilder()
        .setId(id)
        .setSource("ci/1")
        .setService("orders")
        .setTime(time)
        .setCheck("secret-scan")
        .setTarget("main-repository")
        .setOutcome(outcome)
        .setReportUrl("https://ci.example/" + id)
        .setProof(Proof.MACHINE)
        .build();
  }

  @MusterTest
  void aFactToldLateTakesBackWhatWasSaidAndBothAreShown(TestKafka kafka) throws Exception {
    try (StreamsWorld world = new StreamsWorld(kafka, folder)) {
      // given
      world.start(false);
      world.apply("orders", begin);
      world.send(
          Topics.SCAN, "orders", scan("s1", day(1), ScanOutcome.PASSED), day(1).plusSeconds(1));
      world.send(Topics.SCAN, "orders", scan("s2", day(5), ScanOutcome.FAILED), day(12));
      world.await(Topics.GATE, 5);
      Tokens tokens = new Tokens(folder, Clock.systemUTC(), new SecureRandom());
      SinkPart sink = sink(world, tokens);
      sink.start();
      try {
        StreamsWorld.await("the sink to be ready", () -> sink.check().ready());
        Path token = Files.writeString(folder.resolve("viewer"), viewer(tokens));

        // when
        JsonNode then = ask(sink.uri(), token, day(11)).path("standards").path(0);
        JsonNode before = ask(sink.uri(), token, day(4)).path("standards").path(0);
        List<String> rows = evidence(sink.uri(), token);

        // then
        JsonNode gate = then.path("gates").path(0);
        assertThat(gate.path("spokenThen").path("status").asText()).isEqualTo("STALE");
        assertThat(gate.path("spokenThen").path("since").asText()).isEqualTo(day(10).toString());
        assertThat(gate.path("knownNow").path("status").asText()).isEqualTo("FAIL");
        assertThat(gate.path("knownNow").path("since").asText()).isEqualTo(day(5).toString());
        assertThat(then.path("spokenThen").path("verdict").asText()).isEqualTo("NOT_READY");
        assertThat(before.path("differs").asBoolean()).isFalse();
        assertThat(before.path("knownNow").path("verdict").asText()).isEqualTo("READY");
        assertThat(rows).hasSize(4);
        assertThat(rows.get(2))
            .startsWith("orders,bar,scanned,all,PASS,PASS," + day(1) + ',' + day(5) + ',')
            .contains(",s1,ci/1,", ",READ,MACHINE,,https://ci.example/s1,");
        assertThat(rows.get(3)).startsWith("orders,bar,scanned,all,FAIL,FAIL," + day(5) + ",,");
      } finally {
        sink.close();
      }
    }
  }

  private SinkPart sink(StreamsWorld world, Tokens tokens) {
    Settings settings =
        new Settings(Map.of("MUSTER_SINK_PORT", "0", "MUSTER_SINK_PUBLIC_PORT", "0"));
    SinkSettings read = SinkSettings.read(settings, HouseSettings.read(settings));
    Clock clock = Clock.systemUTC();
    SecureRandom random = new SecureRandom();
    return new SinkPart(
        read,
        world.forSink(),
        new Entrance(tokens, new LoginLinks(clock, random), read.pages(), clock, random),
        Registries.prometheus(),
        clock);
  }

  private static String viewer(Tokens tokens) {
    return tokens
        .issuePerson("Ann", "ann@example.org", "audit", Set.of(Role.VIEWER), days(1))
        .text();
  }

  private static JsonNode ask(URI sink, Path token, Instant at) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(sink.resolve("/api/v1/scorecards/orders?at=" + at))
            .header("Authorization", "Bearer " + Files.readString(token))
            .build();
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    return new JsonMapper().readTree(http.send(request, BodyHandlers.ofString()).body());
  }

  private List<String> evidence(URI sink, Path token) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Map<String, String> environment =
        Map.of("MUSTER_SINK_URL", sink.toString(), "MUSTER_TOKEN_FILE", token.toString());
    int code =
        new CommandLine(
                new EvidenceCommand(
                    environment, Clock.systemUTC(), new PrintStream(out, true, UTF_8)))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute("--standard", "bar", "--from", begin.toString());
    assertThat(code).isZero();
    return out.toString(UTF_8).lines().toList();
  }
}
