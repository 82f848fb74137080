package dev.muster.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long it takes to have the state back that was lost: a start without the folder of state,
 * beside one with it, both up to the first fact that is read.
 *
 * @param kept nanoseconds with the state
 * @param lost nanoseconds without it
 */
record Restore(long kept, long lost, long samples) {

  private static final Pattern TASK = Pattern.compile("\\d+_\\d+");

  static Restore measure(Machine machine, Load load) throws Exception {
    start(machine, load, 1);
    long kept = start(machine, load, 2);
    Path state = machine.data().resolve("streams-state");
    try (Stream<Path> all = Files.walk(state, 2)) {
      for (Path task :
          all.filter(each -> TASK.matcher(each.getFileName().toString()).matches()).toList()) {
        delete(task);
      }
    }
    return new Restore(kept, start(machine, load, 3), load.facts());
  }

  private static long start(Machine machine, Load load, int extra) throws Exception {
    try (Letters letters = new Letters(machine)) {
      for (int slo = 0; slo < load.mix().slos(); slo++) {
        load.sampleNow(letters, slo, extra);
      }
    }
    long begun = System.nanoTime();
    try (Judging judging = new Judging(machine, false)) {
      long all = load.facts() + (long) extra * load.mix().slos();
      judging.start().await(Load.names(), all);
      return System.nanoTime() - begun;
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  @Override
  public String toString() {
    double seconds = (lost - kept) / 1e9;
    return String.format(
        Locale.ROOT,
        "%.1f s with its state, %.1f s without: %.1f s to restore %,d samples, %.1f s per million",
        kept / 1e9,
        lost / 1e9,
        seconds,
        samples,
        seconds * 1e6 / samples);
  }
}
