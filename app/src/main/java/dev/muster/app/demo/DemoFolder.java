package dev.muster.app.demo;

import dev.muster.app.embedded.FolderLock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The data folder of a demo: made anew at each start, and never somebody's own. */
public final class DemoFolder {
  private static final String MARK = "invented";
  private static final String LOCK = "lock";
  private static final List<String> CATALOGUE = List.of("people.yaml", "shop.yaml", "slos.yaml");

  private final Path folder;

  public DemoFolder(Path folder) {
    this.folder = folder;
  }

  /** The folder holds something that no demo has put there. */
  public static final class NotADemo extends Exception {
    private static final long serialVersionUID = 1;

    NotADemo(Path folder) {
      super(
          folder
              + " holds data that is not a demo's; name another folder with MUSTER_DATA,"
              + " or start it with 'muster up'");
    }
  }

  /** Whether a demo has made it. */
  public boolean isDemo() {
    return Files.exists(folder.resolve(MARK));
  }

  /** Empty but for the mark and the demo's catalogue, which it returns. */
  public Path renew() throws IOException, NotADemo {
    if (Files.isDirectory(folder)) {
      refuseOthers();
    }
    // A demo that runs is not pulled from under itself: it has the lock.
    FolderLock lock = FolderLock.take(folder);
    try {
      return renewed();
    } finally {
      lock.close();
    }
  }

  private Path renewed() throws IOException {
    clear();
    Path catalogue = Files.createDirectories(folder.resolve("catalogue"));
    Files.writeString(
        folder.resolve(MARK), "Everything here is invented and made anew by 'muster demo'.\n");
    for (String name : CATALOGUE) {
      try (InputStream file = DemoFolder.class.getResourceAsStream("/demo/catalogue/" + name)) {
        if (file == null) {
          throw new IllegalStateException("the demo's catalogue lacks " + name);
        }
        Files.copy(file, catalogue.resolve(name));
      }
    }
    return catalogue;
  }

  private void refuseOthers() throws IOException, NotADemo {
    try (Stream<Path> within = Files.list(folder)) {
      if (!isDemo() && within.findAny().isPresent()) {
        throw new NotADemo(folder);
      }
    }
  }

  private void clear() throws IOException {
    List<Path> old;
    try (Stream<Path> all = Files.walk(folder)) {
      // The mark goes last: a demo that was stopped half-way is still known as one.
      Comparator<Path> markFirst = Comparator.comparing(path -> !path.equals(folder.resolve(MARK)));
      old =
          all.filter(path -> !path.equals(folder) && !path.equals(folder.resolve(LOCK)))
              .sorted(markFirst.thenComparing(Comparator.naturalOrder()))
              .toList();
    }
    for (int last = old.size() - 1; last >= 0; last--) {
      Files.delete(old.get(last));
    }
  }
}
