package dev.muster.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.LogDirDescription;

/**
 * What the streams program has written down, by service.
 *
 * @param state bytes in its folder
 * @param changelogs bytes at the broker, before they are compacted
 */
record Weight(long state, long changelogs, int services) {

  static Weight of(Machine machine, String group, int services) throws Exception {
    Path folder = machine.data().resolve("streams-state").resolve(group);
    long state;
    try (Stream<Path> files = Files.walk(folder)) {
      state = files.filter(Files::isRegularFile).mapToLong(Weight::size).sum();
    }
    long changelogs =
        machine.admin().describeLogDirs(List.of(1)).allDescriptions().get().values().stream()
            .flatMap(folders -> folders.values().stream())
            .map(LogDirDescription::replicaInfos)
            .flatMap(replicas -> replicas.entrySet().stream())
            .filter(replica -> replica.getKey().topic().startsWith(group + '-'))
            .filter(replica -> replica.getKey().topic().endsWith("-changelog"))
            .mapToLong(replica -> replica.getValue().size())
            .sum();
    return new Weight(state, changelogs, services);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d bytes of state on disk and %,d of changelogs per service",
        state / services,
        changelogs / services);
  }
}
