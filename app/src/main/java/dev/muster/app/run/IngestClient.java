package dev.muster.app.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Posts plain facts to ingest; every way it can end is an {@link Answer}. */
final class IngestClient {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(10);

  /** Too many, too early, timed out: asked to come again. */
  private static final Set<Integer> LATER = Set.of(408, 425, 429);

  private final URI base;
  private final String named;
  private final String token;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  /**
   * @param named the address, and who says so
   */
  IngestClient(URI base, String named, String token) {
    this.base = base;
    this.named = named;
    this.token = token;
  }

  Answer post(String kind, String json) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                base.resolve(base.getPath().replaceAll("/+$", "") + "/v1/facts/" + kind))
            .timeout(ANSWER)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    try {
      HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return read(response.statusCode(), response.body());
    } catch (IOException e) {
      return new Answer.Away("no answer from " + named);
    }
  }

  private Answer read(int status, byte[] bytes) {
    Optional<JsonNode> body = parse(bytes);
    if (status == 202 && body.isPresent() && body.get().has("accepted")) {
      JsonNode item = body.get().path("items").path(0);
      return item.path("status").asText().equals("parked")
          ? new Answer.Parked(why(item))
          : new Answer.Taken(plain(item.path("hint").asText("")));
    }
    if (status >= 400 && status < 500 && !LATER.contains(status)) {
      String detail = body.map(problem -> problem.path("detail").asText("")).orElse("");
      return new Answer.Refused(
          "answer " + status + (detail.isEmpty() ? "" : ": " + plain(detail)));
    }
    return new Answer.Away(named + " answered " + status);
  }

  private static String why(JsonNode item) {
    String near = item.path("didYouMean").asText("");
    return plain(item.path("reason").asText("no reason given"))
        + (near.isEmpty() ? "" : "; did you mean " + plain(near) + '?');
  }

  private static Optional<JsonNode> parse(byte[] bytes) {
    try {
      return Optional.ofNullable(
          JSON.readValue(new String(bytes, StandardCharsets.UTF_8), JsonNode.class));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Fit for a terminal. */
  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }
}
