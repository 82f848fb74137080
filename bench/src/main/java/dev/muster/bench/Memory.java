package dev.muster.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Memory of this process.
 *
 * @param heap bytes in use after a collection
 * @param resident bytes; 0 where the system does not say
 */
record Memory(long heap, long resident) {
  private static final Path STATUS = Path.of("/proc/self/status");

  static Memory now() throws IOException {
    var memory = ManagementFactory.getMemoryMXBean();
    // The second takes what the first could only mark.
    memory.gc();
    memory.gc();
    return new Memory(memory.getHeapMemoryUsage().getUsed(), resident(STATUS, "VmRSS:"));
  }

  /** A line of a process' status, in bytes. */
  static long resident(Path status, String name) throws IOException {
    if (!Files.isReadable(status)) {
      return 0;
    }
    return Files.readAllLines(status, StandardCharsets.UTF_8).stream()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
        .findFirst()
        .orElse(0);
  }
}
