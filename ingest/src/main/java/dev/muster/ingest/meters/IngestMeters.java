package dev.muster.ingest.meters;

import dev.muster.ingest.catalogue.Placement.Reason;
import dev.muster.ingest.fact.FactKind;
import dev.muster.runtime.metrics.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Supplier;

/** Every meter of ingest. */
public final class IngestMeters {
  private static final Meter FACTS =
      Meter.counter(
          "muster.ingest.facts",
          "Facts answered 202, by what became of them: accepted, repeated or parked.",
          "kind",
          "became");
  private static final Meter PARKED =
      Meter.counter("muster.ingest.parked", "Facts parked, by reason.", "reason");
  private static final Meter REPLAYED =
      Meter.counter("muster.ingest.replayed", "Parked facts placed later.", "kind");
  private static final Meter REFUSED =
      Meter.counter("muster.ingest.refused", "Requests of which nothing was taken, by why.", "why");
  private static final Meter TRUNCATED =
      Meter.counter(
          "muster.ingest.truncated",
          "Alerts that Alertmanager cut off its notifications and never sends.");
  private static final Meter WAITING =
      Meter.gauge("muster.ingest.waiting", "Parked facts that wait for a catalogue entry.");
  private static final Meter SERVICES =
      Meter.gauge("muster.ingest.services", "Services that the catalogue knows.");

  public static final List<Meter> ALL =
      List.of(FACTS, PARKED, REPLAYED, REFUSED, TRUNCATED, WAITING, SERVICES);

  private final MeterRegistry registry;

  public IngestMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  public void answered(FactKind kind, String became) {
    FACTS.in(registry, kind.word(), became).increment();
  }

  public void parked(Reason reason) {
    PARKED.in(registry, reason.code()).increment();
  }

  public void replayed(FactKind kind) {
    REPLAYED.in(registry, kind.word()).increment();
  }

  /**
   * Counts a request of which nothing was taken.
   *
   * @param why from a closed list
   */
  public void refused(String why) {
    REFUSED.in(registry, why).increment();
  }

  public void truncated(long alerts) {
    TRUNCATED.in(registry).increment((double) alerts);
  }

  public void watch(Supplier<Number> waiting, Supplier<Number> services) {
    WAITING.watch(registry, waiting);
    SERVICES.watch(registry, services);
  }
}
