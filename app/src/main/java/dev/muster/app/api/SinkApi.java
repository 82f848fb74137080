package dev.muster.app.api;

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
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Asks the sink's API; whatever keeps it from answering is {@link Unreachable}, in a sentence. What
 * it refuses is {@link Refused}.
 */
public final class SinkApi {
  /** What it reads. */
  public static final List<Setting<?>> SETTINGS =
      List.of(Addresses.SINK, OwnToken.FILE, HouseSettings.DATA);

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** The sink reads a log before it says the first word, and gives up before this. */
  private static final Duration PATIENCE_WHILE_READING = Duration.ofMinutes(4);

  private final URI base;
  private final String named;
  private final Path tokenFile;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  public SinkApi(Addresses addresses) {
    Settings settings = addresses.settings();
    base = settings.read(Addresses.SINK);
    named = addresses.named(Addresses.SINK);
    tokenFile = OwnToken.file(settings);
  }

  /** The answer about what is so now; one from a stale view is none. */
  public JsonNode fresh(String path) {
    JsonNode body;
    try {
      body = get(path);
    } catch (Refused notAllowed) {
      // A reader that is not let in knows nothing; it must not look like the answer "no".
      throw new Unreachable(String.valueOf(notAllowed.getMessage()));
    }
    if (body.path("stale").asBoolean(true)) {
      throw new Unreachable(
          "the view is stale since "
              + body.path("staleSince").asText("an unknown time")
              + "; nothing is said of now. Is Kafka reachable for the sink?");
    }
    return body;
  }

  public JsonNode get(String path) {
    return send(request(path).GET().build());
  }

  /** The answer for people. */
  public String text(String path) {
    HttpResponse<String> response =
        send(
            request(path).setHeader("Accept", "text/plain").GET().build(),
            HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      read(response);
    }
    return response.body();
  }

  /** The answer's bytes as they come, however many; one that is cut off is no answer. */
  public void copy(String path, OutputStream out) {
    HttpRequest asked =
        request(path).setHeader("Accept", "*/*").timeout(PATIENCE_WHILE_READING).GET().build();
    HttpResponse<InputStream> response = send(asked, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() != 200) {
        read(response.statusCode(), JSON.readTree(body));
      }
      byte[] some = new byte[8192];
      for (int n = body.read(some); n >= 0; n = body.read(some)) {
        write(out, some, n);
      }
    } catch (JsonProcessingException e) {
      throw new Unreachable(named + " answers, but not as Muster does");
    } catch (IOException e) {
      throw new Unreachable(
          "the answer of " + named + " was cut off: what came is not whole. Ask again.");
    }
  }

  private static void write(OutputStream out, byte[] bytes, int count) {
    try {
      out.write(bytes, 0, count);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the answer: " + e.getMessage(), e);
    }
  }

  public JsonNode post(String path, JsonNode body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/+$", "") + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token())
        .header("Accept", "application/json");
  }

  private JsonNode send(HttpRequest request) {
    return read(send(request, HttpResponse.BodyHandlers.ofString()));
  }

  private JsonNode read(HttpResponse<String> response) {
    try {
      return read(response.statusCode(), JSON.readTree(response.body()));
    } catch (JsonProcessingException e) {
      throw new Unreachable(named + " answers, but not as Muster does");
    }
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      return http.send(request, body);
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
    return switch (status) {
      case 200, 201 -> body;
      case 401 ->
          throw new Unreachable(
              "the token in " + tokenFile + " is not known; name another by MUSTER_TOKEN_FILE");
      case 404 -> throw new Unreachable(detail.isEmpty() ? "there is no such name" : detail);
      case 400, 403, 409, 422 -> throw Refused.of(detail, body);
      default -> throw new Unreachable(named + " answered " + status + ": " + detail);
    };
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

  /** As one part of a path, or a value of a query. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
