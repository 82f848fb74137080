package dev.muster.app.run;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** What every client does alike; a test class of it says what. */
@Timeout(60)
@SuppressWarnings("NullAway.Init") // JUnit fills them before each test
abstract class RunContract {
  static final String TOKEN = "muster_m_0123456789abcdefghijklmnopqrstuvwxyz";

  @Parameter Client client;
  @TempDir Path folder;
  FakeIngest ingest;
  final Map<String, String> environment = new TreeMap<>();

  /** What a run left behind. */
  record Ended(int code, String output, String errors) {}

  @BeforeEach
  void start() throws IOException {
    ingest = new FakeIngest(0);
    Path token = Files.writeString(folder.resolve("token"), TOKEN + "\n");
    environment.put("MUSTER_TOKEN_FILE", token.toString());
    environment.put("MUSTER_SPOOL", spool().toString());
    environment.put("MUSTER_INGEST_URL", ingest.url());
    environment.put("LC_ALL", "C.UTF-8");
  }

  @AfterEach
  void stop() {
    ingest.close();
  }

  private Path spool() {
    return folder.resolve("spool");
  }

  /** Where events for the address wait that is set. */
  Path waiting() {
    String address = environment.get("MUSTER_INGEST_URL");
    return SpoolFolder.of(spool(), URI.create(address == null ? "" : address));
  }

  /** {@code --service orders} and the options, then {@code --} and the command. */
  Ended run(List<String> options, String... command) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("--service", "orders"));
    all.addAll(options);
    all.add("--");
    all.addAll(List.of(command));
    return ended(start(all, ""));
  }

  Process start(List<String> arguments, String input) throws IOException {
    // A file, since the JVM that runs this test may be unable to pass letters beyond ASCII.
    StringBuilder line = new StringBuilder();
    List<String> words = new ArrayList<>(client.start());
    words.addAll(arguments);
    words.forEach(word -> line.append(" '").append(word.replace("'", "'\\''")).append('\''));
    // Signals ignored by whoever started the tests would be ignored here too.
    String script = "env --default-signal true 2>&- && exec env --default-signal%s\nexec%s\n";
    Path start = Files.writeString(folder.resolve("start"), script.formatted(line, line));
    ProcessBuilder builder =
        new ProcessBuilder("sh", start.toString())
            .directory(folder.toFile())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(folder.resolve("err").toFile())
            .redirectInput(Files.writeString(folder.resolve("in"), input).toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("MUSTER_") || name.equals("CI"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  Ended ended(Process process) throws IOException, InterruptedException {
    int code = process.waitFor();
    return new Ended(
        code,
        Files.readString(folder.resolve("out"), StandardCharsets.UTF_8),
        Files.readString(folder.resolve("err"), StandardCharsets.UTF_8));
  }

  /** The only fact sent, as one line {@code field=value …} of the fields named. */
  String fact(String... fields) {
    if (ingest.posted().size() != 1) {
      throw new AssertionError("need one fact, got " + ingest.posted());
    }
    return fields(ingest.posted().get(0), fields);
  }

  static String fields(FakeIngest.Posted posted, String... fields) {
    List<String> all = new ArrayList<>();
    for (String field : fields) {
      all.add(field + "=" + posted.fact().path(field).asText("absent"));
    }
    return String.join(" ", all);
  }
}
