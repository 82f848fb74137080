package dev.muster.app.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.app.Addresses;
import dev.muster.app.OwnToken;
import dev.muster.app.Unreachable;
import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.Setting;
import dev.muster.runtime.settings.Settings;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** Asks the sink's API; whatever keeps it from answering is {@link Unreachable}, in a sentence. */
public final class PagesClient {
  /** What it reads. */
  static final List<Setting<?>> SETTINGS =
      List.of(Addresses.SINK, OwnToken.FILE, HouseSettings.DATA);

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final URI base;
  private final String named;
  private final Path tokenFile;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  PagesClient(Addresses addresses) {
    Settings settings = addresses.settings();
    base = settings.read(Addresses.SINK);
    named = addresses.named(Addresses.SINK);
    tokenFile = OwnToken.file(settings);
  }

  /** The scorecard of one service, as of now. */
  Card card(String service) {
    return Card.ofOne(get("/api/v1/scorecards/" + encoded(service)));
  }

  /** Those of the services of one system; at least one. */
  List<Card> cards(String system) {
    JsonNode all = get("/api/v1/scorecards?system=" + encoded(system)).path("scorecards");
    List<Card> cards =
        StreamSupport.stream(all.spliterator(), false)
            .map(Card::read)
            .filter(card -> card.system().equals(system))
            .toList();
    if (cards.isEmpty()) {
      throw new Unreachable(
          "no service of a system \"" + system + "\" was judged; is the name right, and applied?");
    }
    return cards;
  }

  private JsonNode get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/+$", "") + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token())
            .header("Accept", "application/json")
            .build();
    try {
      HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
      return read(response.statusCode(), JSON.readTree(response.body()));
    } catch (JsonProcessingException e) {
      throw new Unreachable(named + " answers, but not as Muster does");
    } catch (IOException e) {
      throw new Unreachable(
          "no answer from " + named + "; is 'muster up' or 'muster sink' running?");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted");
    }
  }

  private JsonNode read(int status, JsonNode body) {
    String detail = body.path("detail").asText("").replaceAll("\\p{Cntrl}", " ");
    switch (status) {
      case 200 -> {
        if (body.path("stale").asBoolean(true)) {
          throw new Unreachable(
              "the view is stale since "
                  + body.path("staleSince").asText("an unknown time")
                  + "; nothing is said of now. Is Kafka reachable for the sink?");
        }
        return body;
      }
      case 401 ->
          throw new Unreachable(
              "the token in " + tokenFile + " is not known; name another by MUSTER_TOKEN_FILE");
      case 404 -> throw new Unreachable(detail.isEmpty() ? "there is no such name" : detail);
      default -> throw new Unreachable(named + " answered " + status + ": " + detail);
    }
  }

  private String token() {
    try {
      return Files.readString(tokenFile).strip();
    } catch (IOException e) {
      throw new Unreachable(
          "cannot read the token in "
              + tokenFile
              + "; name its file by MUSTER_TOKEN_FILE, or the data folder by MUSTER_DATA");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
