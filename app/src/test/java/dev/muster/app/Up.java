package dev.muster.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** A {@code muster up} in a process of its own, and what one does to it. */
final class Up implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration GLANCE = Duration.ofMillis(50);

  private final Path data;
  private final Process process;
  private final Map<String, String> places = new HashMap<>();
  private final HttpClient http = HttpClient.newHttpClient();

  /** Returns when it says that it is ready. */
  Up(Path data) throws IOException {
    this.data = data;
    process = begin(data);
    BufferedReader lines = process.inputReader(UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String[] parts = line.strip().split(" {2,}", 2);
      if (parts.length == 2) {
        places.put(parts[0], parts[1]);
      }
      if (places.containsKey("admin token")) {
        return;
      }
    }
    throw new IllegalStateException(Files.readString(data.resolveSibling("errors")));
  }

  /** Returns at once; what it says goes to {@code errors} beside the folder. */
  static Process begin(Path data) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx320m",
            "-jar",
            System.getProperty("muster.jar"),
            "up");
    builder.environment().keySet().removeIf(name -> name.startsWith("MUSTER_"));
    builder.environment().put("MUSTER_DATA", data.toString());
    for (String port : new String[] {"BROKER", "REGISTRY", "INGEST", "STREAMS", "SINK"}) {
      builder.environment().put("MUSTER_" + port + "_PORT", "0");
    }
    builder.environment().put("MUSTER_SINK_PUBLIC_PORT", "0");
    builder.redirectError(data.resolveSibling("errors").toFile());
    return builder.start();
  }

  /** As the command is told; the data folder says where the parts are. */
  Map<String, String> environment() {
    return Map.of("MUSTER_DATA", data.toString());
  }

  String errors() throws IOException {
    return Files.readString(data.resolveSibling("errors"));
  }

  String post(String kind, String json) throws IOException, InterruptedException {
    return send(
        request(URI.create(places.get("ingest") + "/v1/facts/" + kind))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** The API's answer, as soon as it is as wanted; the last one when it never is. */
  String scorecard(String service, Predicate<String> wanted)
      throws IOException, InterruptedException {
    URI uri = URI.create(places.get("pages and API") + "/api/v1/scorecards/" + service);
    Instant end = Instant.now().plus(PATIENCE);
    String answer = send(request(uri));
    while (!wanted.test(answer) && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(GLANCE.toNanos());
      answer = send(request(uri));
    }
    return answer;
  }

  private HttpRequest.Builder request(URI uri) throws IOException {
    return HttpRequest.newBuilder(uri)
        .header("Authorization", "Bearer " + Files.readString(data.resolve("token")).strip());
  }

  private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
  }

  /** As {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor(20, TimeUnit.SECONDS);
  }

  /** As Ctrl-C; the exit code. */
  int end() throws InterruptedException {
    process.destroy();
    return process.waitFor(40, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
