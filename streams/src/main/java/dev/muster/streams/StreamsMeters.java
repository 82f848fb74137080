package dev.muster.streams;

import dev.muster.core.slo.Ledger;
import dev.muster.runtime.metrics.Meter;
import dev.muster.streams.admit.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** All meters of streams. */
public final class StreamsMeters {
  /** Tag: what kind of record was judged. */
  public enum Judged {
    SERVICE_RECORD,
    SUBJECT_RECORD,
    CATALOGUE
  }

  /** Tag: what was said. */
  public enum Spoken {
    GATE,
    BURN,
    NOISE,
    ROTATION,
    SCORECARD
  }

  public static final Meter REFUSED =
      Meter.counter(
          "muster.streams.records.refused",
          "Records sent to the dead letters; refused, repeated and judged add up to all read.",
          "reason");
  public static final Meter REPEATED =
      Meter.counter(
          "muster.streams.records.repeated", "Facts that were seen before and change nothing.");
  public static final Meter JUDGED =
      Meter.counter(
          "muster.streams.records.judged", "Records that moved a service's clock.", "kind");
  public static final Meter SPOKEN =
      Meter.counter("muster.streams.judgements", "Judgements written.", "kind");
  public static final Meter SAMPLES =
      Meter.counter(
          "muster.streams.samples",
          "SLI samples: counted; known before; too old; more events in a minute than can be.",
          "entered");
  public static final Meter DEADLINES =
      Meter.counter(
          "muster.streams.deadlines", "Deadlines spoken; by the wall clock or by a record.", "by");
  public static final Meter DEATHS =
      Meter.counter("muster.streams.thread.deaths", "Stream threads that died and were replaced.");
  public static final Meter LIVE =
      Meter.gauge(
          "muster.streams.live", "1 once every task run here has read its inputs to their end.");

  public static final List<Meter> ALL =
      List.of(REFUSED, REPEATED, JUDGED, SPOKEN, SAMPLES, DEADLINES, DEATHS, LIVE);

  private final MeterRegistry registry;
  private final Map<Refusal, Counter> refused = new EnumMap<>(Refusal.class);
  private final Map<Judged, Counter> judged = new EnumMap<>(Judged.class);
  private final Map<Spoken, Counter> spoken = new EnumMap<>(Spoken.class);
  private final Map<Ledger.Entered, Counter> samples = new EnumMap<>(Ledger.Entered.class);
  private final Counter repeated;
  private final Counter byClock;
  private final Counter byRecord;
  private final Counter deaths;

  public StreamsMeters(MeterRegistry registry) {
    this.registry = registry;
    for (Refusal why : Refusal.values()) {
      refused.put(why, REFUSED.in(registry, word(why)));
    }
    for (Judged kind : Judged.values()) {
      judged.put(kind, JUDGED.in(registry, word(kind)));
    }
    for (Spoken kind : Spoken.values()) {
      spoken.put(kind, SPOKEN.in(registry, word(kind)));
    }
    for (Ledger.Entered how : Ledger.Entered.values()) {
      samples.put(how, SAMPLES.in(registry, word(how)));
    }
    repeated = REPEATED.in(registry);
    byClock = DEADLINES.in(registry, "clock");
    byRecord = DEADLINES.in(registry, "record");
    deaths = DEATHS.in(registry);
  }

  public void refused(Refusal why) {
    count(refused, why);
  }

  public void repeated() {
    repeated.increment();
  }

  public void judged(Judged kind) {
    count(judged, kind);
  }

  public void spoken(Spoken kind) {
    count(spoken, kind);
  }

  public void sample(Ledger.Entered how) {
    count(samples, how);
  }

  /** One deadline. */
  public void deadline(boolean byWallClock) {
    (byWallClock ? byClock : byRecord).increment();
  }

  public void threadDied() {
    deaths.increment();
  }

  /** Reads whenever metrics are asked for. */
  public void watchLive(Supplier<Boolean> live) {
    LIVE.watch(registry, () -> live.get() ? 1 : 0);
  }

  private static <E extends Enum<E>> void count(Map<E, Counter> counters, E which) {
    Counter counter = counters.get(which);
    if (counter != null) {
      counter.increment();
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
