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
  private static final int FACTS_OF_A_SERVICE = FACTS / SERVICES;
  private static final List<String> PARTS =
      List.of("start", "throughput", "burn", "growth", "scale", "deadlines");

  /** Heap for a hundred thousand services, broker and all. */
  private static final long FOR_MOST = 3L << 30;

  private static final int PORT = 19_090;

  private Bench() {}

  /** Takes the number of facts, and which of start, throughput and growth to do; or nothing. */
  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.Category.FORMAT, Locale.US); // As the muster command does.
    List<String> all = List.of(arguments);
    int facts = all.isEmpty() ? FACTS : Integer.parseInt(all.get(0));
    List<String> parts = all.size() > 1 ? all.subList(1, all.size()) : PARTS;
    Path folder = Files.createTempDirectory("muster-bench-");
    try {
      if (parts.contains("start")) {
        starts(folder.resolve("up"));
      }
      if (parts.contains("throughput")) {
        throughput(folder.resolve("streams"), Mix.of(facts, SERVICES));
      }
      if (parts.contains("burn")) {
        burn(folder.resolve("burn"), Mix.ofSamples(facts, SERVICES / 10));
      }
      if (parts.contains("growth")) {
        growth(folder.resolve("growth"), facts);
      }
      if (parts.contains("scale")) {
        try (Machine machine = Machine.start(folder.resolve("scale"))) {
          Scale.print(machine, facts / FACTS_OF_A_SERVICE);
        }
      }
      if (parts.contains("deadlines")) {
        deadlines(folder.resolve("deadlines"));
      }
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

  private static void throughput(Path data, Mix mix) throws Exception {
    try (Machine machine = Machine.start(data)) {
      Load load = new Load(mix);
      load.write(machine);
      say("%,d facts of %,d services, one thread, from the start:", mix.facts(), mix.services());
      for (int round = 1; round <= 2; round++) {
        say("round %d", round);
        Rate bare = new Passthrough(machine, round).measure(load);
        say("  %-14s %s", "passthrough", bare);
        try (Judging judging = new Judging(machine, round > 1)) {
          Rate streams = judging.measure(load);
          say("  %-14s %s", "streams", streams);
          say("  %-14s %s", "", judging.weight(mix.services()));
          say(
              "  %-14s %.2f of the passthrough's facts/s, %.2f times its CPU per fact",
              "ratio",
              streams.factsPerSecond() / bare.factsPerSecond(),
              streams.cpuMicrosPerFact() / bare.cpuMicrosPerFact());
          if (round > 1) {
            say("  %-14s %s", "1,000 facts/s", Live.measure(machine, load));
          }
        }
      }
    }
  }

  /** Samples of SLOs alone, beside windows of the DSL. */
  private static void burn(Path data, Mix mix) throws Exception {
    Boundary boundary = Boundary.measure();
    say("%s", boundary);
    if (Prometheus.isHere()) {
      Prometheus other = Prometheus.measure(data.resolveSibling("prometheus"), PORT);
      say("%s: %.0f times ours", other, other.millisEach() * 1e3 / boundary.microsEach());
    }
    try (Machine machine = Machine.start(data)) {
      Load load = new Load(mix);
      load.write(machine);
      say("%,d samples of %,d SLOs, one thread:", mix.facts(), mix.slos());
      Rate naive = new NaiveBurn(machine, 1).measure(load);
      say("  %-14s %s", "DSL windows", naive);
      for (int round = 1; round <= 2; round++) {
        try (Judging judging = new Judging(machine, round > 1)) {
          Rate burn = judging.measure(load);
          say("  %-14s %s", "streams, round " + round, burn);
          say("  %-14s %s", "", judging.weight(mix.slos()));
          say(
              "  %-14s %.1f times the facts/s of DSL windows, %.1f times less CPU per sample",
              "ratio",
              burn.factsPerSecond() / naive.factsPerSecond(),
              naive.cpuMicrosPerFact() / burn.cpuMicrosPerFact());
        }
      }
      say("  %-14s %s", "restore", Restore.measure(machine, load));
    }
  }

  /** Whether a fact costs more where there are more services. */
  private static void growth(Path data, int facts) throws Exception {
    double few = 0;
    for (int services : List.of(100, 10_000, 100_000)) {
      if (services > SERVICES && Runtime.getRuntime().maxMemory() < FOR_MOST) {
        say("%,d services need -Xmx4g", services);
        return;
      }
      try (Machine machine = Machine.start(data.resolve("of-" + services))) {
        Load load = new Load(Mix.of(facts, services));
        load.write(machine);
        try (Judging judging = new Judging(machine, false)) {
          double micros = judging.measure(load).cpuMicrosPerFact();
          few = few == 0 ? micros : few;
          say("%,7d services: %.1f µs per fact, %.2f of 100's", services, micros, micros / few);
        }
      }
    }
  }

  private static void deadlines(Path data) throws Exception {
    for (Town town : List.of(Town.ofOne(), Town.ofAll())) {
      int standards = town.standards().size();
      try (Machine machine = Machine.start(data.resolve("of-" + standards))) {
        say("%d standards: %s", standards, Deadlines.measure(machine, town, SERVICES));
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
