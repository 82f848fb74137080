package dev.muster.app.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.app.kafka.TestBroker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Each part in its own container, from the files that are shipped. */
class ComposeIT {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final HttpClient http = HttpClient.newHttpClient();

  static boolean dockerAnswers() {
    return TestBroker.dockerAnswers();
  }

  @Test
  @EnabledIf("dockerAnswers")
  void aRestorePostedToTheIngestContainerShowsInTheSinkContainersScorecard() throws Exception {
    Path root = Path.of("..").toRealPath();
    try (Compose compose = new Compose(root, "muster-it-" + ProcessHandle.current().pid())) {
      // given
      compose.run("up", "--build", "-d");
      String ingest = "http://" + compose.address("ingest", 8090);
      String sink = "http://" + compose.address("sink", 8080);
      await(compose, "ingest and sink are ready", () -> ready(ingest) && ready(sink));
      compose.run("exec", "-T", "ingest", "muster", "apply", "/opt/muster/catalogue/example");
      String token = admin(compose);
      String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
      await(compose, "the restore is asked for", () -> asksForARestore(sink, token).equals("yes"));

      // when
      await(
          compose,
          "the restore is accepted",
          () -> {
            HttpResponse<String> answer =
                send(
                    request(ingest + "/v1/facts/backup", token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(restore(now))));
            return answer.statusCode() == 202 && answer.body().contains("\"accepted\":1");
          });

      // then
      await(
          compose,
          "the restore is asked for no more",
          () -> asksForARestore(sink, token).equals("no"));
      assertThat(send(request(sink + "/api/v1/scorecards", "wrong").GET()).statusCode())
          .isEqualTo(401);
    }
  }

  /**
   * Whether the entry is among those that do not pass; neither while the scorecard is not there.
   */
  private String asksForARestore(String sink, String token) {
    try {
      JsonNode card =
          JSON.readTree(send(request(sink + "/api/v1/scorecards/orders", token).GET()).body());
      for (JsonNode gate :
          card.findValues("gates").stream()
              .flatMap(all -> StreamSupport.stream(all.spliterator(), false))
              .toList()) {
        if (gate.path("gate").asText().equals("data-safety")) {
          return gate.path("entries").findValuesAsText("name").contains("RESTORE") ? "yes" : "no";
        }
      }
      return "unknown";
    } catch (JsonProcessingException e) {
      return "unknown";
    }
  }

  private static String admin(Compose compose) {
    String said =
        compose.run(
            ("exec -T ingest muster token create --name ann --email ann@example.org --team sre"
                    + " --role admin")
                .split(" ", -1));
    return said.lines().filter(line -> line.startsWith("muster_p_")).findFirst().orElseThrow();
  }

  private static String restore(String time) {
    return """
        {"id": "compose-restore", "source": "compose", "service": "orders", "time": "%s",
         "backupId": "compose-restore", "dataset": "orders-db", "operation": "RESTORE",
         "outcome": "SUCCEEDED", "scope": "FULL", "verifiedBy": "CHECKSUM"}"""
        .formatted(time);
  }

  private boolean ready(String base) {
    try {
      return http.send(
                  HttpRequest.newBuilder(URI.create(base + "/readyz")).build(),
                  BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static HttpRequest.Builder request(String uri, String token) {
    return HttpRequest.newBuilder(URI.create(uri)).header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static void await(Compose compose, String what, BooleanSupplier holds)
      throws InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (!holds.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new AssertionError(
            "not within " + PATIENCE + ": " + what + "\n" + compose.run("logs", "--tail", "40"));
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }
}
