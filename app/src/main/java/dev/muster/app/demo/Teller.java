package dev.muster.app.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** Posts facts to ingest as any tool does. */
final class Teller {
  /** Facts of one request. */
  private static final int MOST = 1_000;

  private static final Pattern NONE_PARKED = Pattern.compile("\"parked\"\\s*:\\s*0\\b");

  private final URI ingest;
  private final String token;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Teller(URI ingest, String token) {
    this.ingest = ingest;
    this.token = token;
  }

  /** Ingest did not take what the demo invented. */
  static final class NotTaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotTaken(String message) {
      super(message);
    }
  }

  /** Returns when all are acknowledged; those of a kind go together. */
  void tell(List<Told> facts) {
    for (int from = 0; from < facts.size(); from += MOST) {
      tellSome(facts.subList(from, Math.min(facts.size(), from + MOST)));
    }
  }

  private void tellSome(List<Told> facts) {
    Map<String, ArrayNode> byKind = new LinkedHashMap<>();
    facts.forEach(
        told ->
            byKind
                .computeIfAbsent(told.kind(), kind -> JsonNodeFactory.instance.arrayNode())
                .add(told.fact()));
    List<CompletableFuture<Void>> answers =
        byKind.entrySet().stream().map(kind -> post(kind.getKey(), kind.getValue())).toList();
    CompletableFuture.allOf(answers.toArray(CompletableFuture<?>[]::new)).join();
  }

  private CompletableFuture<Void> post(String kind, ArrayNode facts) {
    HttpRequest request =
        HttpRequest.newBuilder(ingest.resolve("/v1/facts/" + kind))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(facts.toString()))
            .build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
        .thenAccept(
            response -> {
              if (response.statusCode() != 202 || !NONE_PARKED.matcher(response.body()).find()) {
                throw new NotTaken(
                    "ingest answered "
                        + response.statusCode()
                        + " to facts of kind "
                        + kind
                        + ": "
                        + response.body());
              }
            });
  }
}
