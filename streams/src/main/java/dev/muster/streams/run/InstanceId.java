package dev.muster.streams.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.runtime.auth.OwnerOnlyFile;
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

  /** Written whole or not at all; a blank file, left by a crash, counts as absent. */
  static String in(Path state) {
    Path file = state.resolve(FILE);
    try {
      String kept = Files.exists(file) ? Files.readString(file).strip() : "";
      if (!kept.isEmpty()) {
        return kept;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
    String fresh = UUID.randomUUID().toString();
    OwnerOnlyFile.write(file, fresh.getBytes(UTF_8));
    return fresh;
  }
}
