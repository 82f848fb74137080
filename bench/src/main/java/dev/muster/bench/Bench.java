package dev.muster.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Prints how long a cold start takes, what it weighs, and how fast facts go through streams beside
 * a bare passthrough. See {@code bench/README.md}.
 */
public final class Bench {
  private static final int FACTS = 200_000;
  private static final int SERVICES = 10_000;

  private Bench() {}

  /** Takes the number of facts, or nothing. */
  public static void main(String[] arguments) throws Exception {
    int facts = arguments.length == 0 ? FACTS : Integer.parseInt(arguments[0]);
    Path folder = Files.createTempDirectory("muster-bench-");
    try {
      if (!Boolean.getBoolean("nostart")) starts(folder.resolve("up"));
      throughput(folder.resolve("streams"), facts);
    } finally {
      delete(folder);
    }
  }

  private static void starts(Path data) throws IOException, InterruptedException {
    Start.prepare();
    for (String which : List.of("first start, new folder", "second start, same folder")) {
      Start start = Start.measure(data);
      say(
          "%-28s ready after %.1f s (%.1f s of CPU); resident %d MB, at most %d MB",
          which,
          start.seconds(),
          start.cpuSeconds(),
          start.residentMegabytes(),
          start.mostMegabytes());
    }
  }

  private static void throughput(Path data, int facts) throws Exception {
    try (Machine machine = Machine.start(data)) {
      Load load = new Load(Mix.of(facts, SERVICES));
      load.write(machine);
      say("%d facts of %d services, one thread, read from their beginning:", facts, SERVICES);
      for (int round = 1; round <= 2; round++) {
        Rate bare = new Passthrough(machine, round).measure(load);
        Rate streams = Judging.measure(machine, load, round > 1);
        say("round %d", round);
        say("  %-26s %s", "passthrough", bare);
        say("  %-26s %s", "streams", streams);
        say(
            "  %-26s %.2f of the passthrough's facts/s, %.2f times its CPU per fact",
            "ratio",
            streams.factsPerSecond() / bare.factsPerSecond(),
            streams.cpuMicrosPerFact() / bare.cpuMicrosPerFact());
      }
    }
  }

  @SuppressWarnings("AnnotateFormatMethod")
  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
