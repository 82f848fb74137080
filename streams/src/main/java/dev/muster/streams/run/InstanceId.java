package dev.muster.streams.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Who this program is to the group, the same after a restart on the same folder. The broker then
 * hands it its partitions back at once; of a stranger's predecessor it would wait to be sure that
 * it is dead, for the length of the session, also after {@code kill -9}.
 */
final class InstanceId {
  private static final String FILE = "instance-id";

  private InstanceId() {}

  static String in(Path state) {
    Path file = state.resolve(FILE);
    try {
      if (Files.notExists(file)) {
        Files.createDirectories(state);
        Files.writeString(file, UUID.randomUUID().toString());
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep " + file, e);
    }
  }
}
