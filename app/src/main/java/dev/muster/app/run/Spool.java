package dev.muster.app.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * Events not yet taken, one file each: {@code <epoch millis>-<id>.<kind>.json}, the body as it is
 * posted. The shell client keeps the same. Several runs may share a folder.
 */
final class Spool {
  private static final String ENDING = ".json";

  private final Path folder;

  Spool(Path folder) {
    this.folder = folder;
  }

  /** One event on disk. */
  record Kept(Path file) {
    /** Last word of the address it is posted to. */
    String kind() {
      String[] parts = file.getFileName().toString().split("\\.", -1);
      return parts[parts.length - 2];
    }

    String body() throws IOException {
      return Files.readString(file);
    }
  }

  /** On disk, whole, before this returns. */
  Kept keep(long epochMillis, Fact fact) throws IOException {
    ready(folder);
    String name = epochMillis + "-" + fact.id() + '.' + fact.kind() + ENDING;
    Path part = folder.resolve('.' + name + ".part");
    Files.writeString(part, fact.json());
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    return new Kept(Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE));
  }

  /** Oldest first. */
  List<Kept> waiting() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("[0-9]+-[^.]+\\.[a-z]+\\.json"))
          .sorted()
          .map(Kept::new)
          .toList();
    }
  }

  /** Taken: no longer ours to keep; another run may have been faster. */
  void drop(Kept kept) throws IOException {
    Files.deleteIfExists(kept.file());
  }

  /** Out of the way, for a person to look at; returns where it lies now. */
  Path setAside(Kept kept) throws IOException {
    Path aside = folder.resolve("refused");
    ready(aside);
    return Files.move(
        kept.file(), aside.resolve(kept.file().getFileName()), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void ready(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
  }
}
