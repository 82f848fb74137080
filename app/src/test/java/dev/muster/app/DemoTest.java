package dev.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.app.demo.DemoFolder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
@SuppressWarnings("try") // closing a machine may be interrupted, which fails the test
class DemoTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir Path folder;

  @Test
  void theStoryShowsEveryStatusThatProofsCanHaveAndEveryHealthOfAnSlo() throws Exception {
    Path catalogue = new DemoFolder(folder).renew();
    Map<String, String> environment =
        Map.of(
            "MUSTER_DATA", folder.toString(),
            "MUSTER_PORTS", "auto",
            "MUSTER_SINK_DEMO", "true");
    Clock clock = Clock.systemUTC();
    StringWriter told = new StringWriter();
    Progress progress = new Progress(new PrintWriter(told, true));
    try (OneMachine machine =
        new OneMachine(
            environment, false, clock, new Invented(25, catalogue, clock, progress), progress)) {

      Places places = machine.start();

      assertThat(told.toString()).contains("starting ingest", "starting streams", "starting sink");

      JsonNode cards = cardsOnceEightAreShown(places);
      assertThat(words(cards, "status")).contains("PASS", "EXPIRING", "STALE", "FAIL", "MISSING");
      assertThat(words(cards, "health"))
          .contains("MEETING", "AT_RISK", "SPENT", "NO_TRAFFIC", "NO_DATA");
      assertThat(words(cards, "alert")).contains("PAGE", "TICKET");
      assertThat(get(places, "/")).contains("Demo data", "muster up");
    }
  }

  private static Set<String> words(JsonNode cards, String field) {
    Set<String> words = new HashSet<>();
    cards.findValues(field).forEach(word -> words.add(word.asText()));
    return words;
  }

  private static JsonNode cardsOnceEightAreShown(Places places) throws Exception {
    while (true) {
      JsonNode cards = JSON.readTree(get(places, "/api/v1/scorecards")).path("scorecards");
      if (cards.size() == 8) {
        return cards;
      }
      TimeUnit.MILLISECONDS.sleep(100); // a look, not a wait: each asks for a whole page
    }
  }

  private static String get(Places places, String path) throws Exception {
    URI address = places.pages().resolve(path);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + Files.readString(places.token()).strip())
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
