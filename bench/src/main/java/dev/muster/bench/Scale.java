package dev.muster.bench;

import dev.muster.schemas.Topics;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What many services with all that was ever proven of them weigh. */
final class Scale {
  private static final Set<String> FACTS =
      Set.of(Topics.SCAN.name(), Topics.BACKUP.name(), Topics.DEPLOY.name());

  private Scale() {}

  /** Prints it. */
  static void print(Machine machine, int services) throws Exception {
    Fleet fleet = new Fleet(services);
    fleet.write(machine);
    say(
        "%,d services, five standards, %,d streams of evidence, %,d facts:",
        services, fleet.streams(), fleet.facts());
    Memory before = Memory.now();
    try (Judging judging = new Judging(machine, false)) {
      Meter meter = judging.start();
      long begun = System.nanoTime();
      meter.await(Set.of(Topics.CATALOG.name()), fleet.entries());
      long cpu = meter.await(FACTS, fleet.facts());
      double seconds = (System.nanoTime() - begun) / 1e9;
      say("  judged in %.0f s; %.0f µs CPU per fact", seconds, cpu / 1e3 / fleet.facts());
      Map<String, Integer> cards = Cards.newest(machine);
      Memory after = Memory.now();
      say(
          "  memory: heap %,d MB (%,d bytes per service); resident %,d MB (before: %,d and %,d)",
          after.heap() >> 20,
          (after.heap() - before.heap()) / services,
          after.resident() >> 20,
          before.heap() >> 20,
          before.resident() >> 20);
      say("  disk: %s", judging.weight(services));
      say("  proven: %s", sizes(fleet, cards, false));
      say("  new: %s", sizes(fleet, cards, true));
    }
  }

  private static Cards sizes(Fleet fleet, Map<String, Integer> cards, boolean isNew) {
    return Cards.of(
        IntStream.range(0, fleet.services())
            .filter(number -> Fleet.isNew(number) == isNew)
            .mapToObj(fleet::service)
            .filter(cards::containsKey)
            .map(cards::get)
            .toList());
  }

  @SuppressWarnings("AnnotateFormatMethod")
  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
