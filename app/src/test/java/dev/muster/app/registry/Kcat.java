package dev.muster.app.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.kafka.TestKafka;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The kcat of this machine.
 *
 * @param readsAvro whether it was built to ask a registry; Debian's was not
 */
record Kcat(boolean readsAvro) {

  /** Empty where it is not installed. */
  static Optional<Kcat> here() {
    try {
      return Optional.of(new Kcat(run(List.of("kcat", "-V")).contains("Avro")));
    } catch (IOException notInstalled) {
      return Optional.empty();
    }
  }

  /**
   * All that a topic holds, a record a line: key, then as JSON where it can, else the wire format's
   * zero and id and the bytes.
   */
  String read(TestKafka kafka, String topic) throws IOException {
    List<String> command = new ArrayList<>();
    Stream.of("kcat", "-q", "-C", "-e", "-o", "beginning", "-X", "isolation.level=read_committed")
        .forEach(command::add);
    command.addAll(List.of("-b", kafka.bootstrapServers(), "-t", topic, "-f", "%k %s\\n"));
    command.addAll(
        readsAvro
            ? List.of("-s", "value=avro", "-r", kafka.registry().toString())
            : List.of("-s", "value=>bis"));
    return run(command);
  }

  private static String run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), UTF_8);
  }
}
