package dev.muster.app.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

/** A gate to ask, and one shell to ask it with. */
@Timeout(60)
@SuppressWarnings("NullAway.Init") // JUnit fills them before each test
abstract class GateContract {
  static final Path CLIENTS = Path.of("../clients").toAbsolutePath().normalize();
  static final Path SCRIPT = CLIENTS.resolve("muster-check");
  static final String TOKEN = "muster_p_0123456789abcdefghijklmnopqrstuvwxyz";

  @Parameter Shell shell;
  @TempDir Path folder;
  FakeGate gate;
  final Map<String, String> environment = new TreeMap<>();

  @BeforeEach
  void open() throws IOException {
    gate = new FakeGate(SCRIPT);
    Path token = Files.writeString(folder.resolve("token"), TOKEN + "\n");
    environment.put("MUSTER_TOKEN_FILE", token.toString());
    environment.put("MUSTER_SINK_URL", gate.url());
  }

  @AfterEach
  void close() {
    gate.close();
  }

  static FakeGate.Answer answer(int status, String body) {
    return new FakeGate.Answer(status, body);
  }

  static FakeGate.Answer problem(int status, String detail) {
    return answer(
        status,
        "{\"type\":\"about:blank\",\"status\":%d,\"detail\":\"%s\"}".formatted(status, detail));
  }
}
