package dev.muster.app.end;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@code muster up} on a folder; killed and started again, it is the same Muster. */
final class RunningMuster implements AutoCloseable {
  private static final Duration TO_READY = Duration.ofSeconds(90);

  private static final String STREAMS_PORT = "MUSTER_STREAMS_PORT";

  private final Path data;
  private final Map<String, String> settings;
  private int starts;
  private Program program;

  private RunningMuster(Path data, Map<String, String> settings) {
    this.data = data;
    this.settings = Map.copyOf(settings);
    this.program = begin(List.of());
  }

  /** Returns when it is ready. */
  static RunningMuster up(Path data) {
    return up(data, Map.of());
  }

  static RunningMuster up(Path data, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("MUSTER_DATA", data.toString());
    all.putIfAbsent(STREAMS_PORT, Integer.toString(freePort()));
    RunningMuster muster = new RunningMuster(data, all);
    muster.addresses();
    return muster;
  }

  private Program begin(List<String> options) {
    try {
      Files.createDirectories(data);
      starts++;
      Path output = data.resolveSibling(data.getFileName() + "-said-" + starts + ".txt");
      List<String> arguments = new ArrayList<>(List.of("up", "--ports", "auto"));
      arguments.addAll(options);
      return Program.start(output, settings, arguments);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Begins it again after it has ended; does not wait. */
  void begin(String... options) {
    program = begin(List.of(options));
  }

  /** Waits until it is ready, or fails with all that it said. */
  Addresses addresses() {
    try {
      return Until.seen(
              "ready",
              TO_READY,
              () ->
                  program.process().isAlive()
                      ? Addresses.in(program.said())
                      : Optional.of(new Addresses(Map.of())),
              Optional::isPresent)
          .filter(found -> !found.places().isEmpty())
          .orElseThrow(() -> new AssertionError("it ended"));
    } catch (AssertionError e) {
      throw new AssertionError(e.getMessage() + "; it said: " + said(), e);
    }
  }

  private String said() {
    try {
      return program.said();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Program program() {
    return program;
  }

  /** All that it ever said, in order of the starts. */
  List<Path> outputs() {
    List<Path> outputs = new ArrayList<>();
    for (int start = 1; start <= starts; start++) {
      outputs.add(data.resolveSibling(data.getFileName() + "-said-" + start + ".txt"));
    }
    return outputs;
  }

  Path data() {
    return data;
  }

  String token() {
    try {
      return Files.readString(addresses().token()).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Http ingest() {
    return new Http(addresses().ingest(), token());
  }

  /** The only one that does not say where it listens; it was told. */
  Http streams() {
    return new Http(URI.create("http://127.0.0.1:" + settings.get(STREAMS_PORT)), "");
  }

  Http pages() {
    return new Http(addresses().pages(), token());
  }

  /** What other programs need to be told to find it. */
  Map<String, String> neighbours() {
    Addresses there = addresses();
    return Map.of(
        "MUSTER_DATA", data.toString(),
        "MUSTER_KAFKA_BOOTSTRAP_SERVERS", there.kafka(),
        "MUSTER_REGISTRY_URL", there.registry().toString(),
        "MUSTER_INGEST_URL", there.ingest().toString(),
        "MUSTER_SPOOL", data.resolveSibling("spool").toString());
  }

  /** Through the command line, as people do. */
  void apply(Path catalogue) {
    Program.Ended unused =
        Program.run(catalogue, neighbours(), "apply", catalogue.toString()).mustBe(0);
  }

  /** Through HTTP; must be taken, and known to the catalogue. */
  JsonNode post(String kind, String fact) throws IOException, InterruptedException {
    Http.Answer answer = ingest().post("/v1/facts/" + kind, fact);
    if (answer.status() != 202 || answer.json().path("parked").asInt() > 0) {
      throw new AssertionError("need 202 and nothing parked, got " + answer);
    }
    return answer.json();
  }

  /** The service's scorecard as the API tells it. */
  JsonNode scorecard(String service) throws IOException, InterruptedException {
    Http.Answer answer = pages().get("/api/v1/scorecards/" + service);
    if (answer.status() != 200) {
      throw new IOException(answer.toString());
    }
    return answer.json().path("scorecard");
  }

  /** One that nobody has at this moment. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (program.process().isAlive()) {
      program.signal("CONT");
    }
    program.close();
  }
}
