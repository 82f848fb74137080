package dev.muster.sink;

import dev.muster.runtime.metrics.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.Supplier;

/** Every meter of this module. */
public final class SinkMeters {
  public static final Meter VIEW_RECORDS =
      Meter.counter("muster.sink.view.records", "Records read into a live view.", "topic");
  public static final Meter VIEW_UNREADABLE =
      Meter.counter(
          "muster.sink.view.unreadable",
          "Records among them that could not be read; what they replace is no longer shown.",
          "topic");
  public static final Meter VIEW_ENTRIES =
      Meter.gauge("muster.sink.view.entries", "Keys held by a live view.", "topic");
  public static final Meter VIEW_AGE =
      Meter.gauge(
          "muster.sink.view.age",
          "Seconds since the instant up to which a live view is complete; above 5 it is stale.",
          "topic");
  public static final Meter STREAM_READERS =
      Meter.gauge("muster.sink.stream.readers", "Readers of the live stream.");
  public static final Meter STREAM_EVENTS =
      Meter.counter("muster.sink.stream.events", "Events written to readers of the live stream.");
  public static final Meter LOGINS =
      Meter.counter(
          "muster.sink.logins", "Tries to log in: `let-in`, `refused`, `limited`.", "outcome");

  public static final List<Meter> ALL =
      List.of(
          VIEW_RECORDS,
          VIEW_UNREADABLE,
          VIEW_ENTRIES,
          VIEW_AGE,
          STREAM_READERS,
          STREAM_EVENTS,
          LOGINS);

  /** How a try to log in ended. */
  public enum Login {
    LET_IN("let-in"),
    REFUSED("refused"),
    LIMITED("limited");

    private final String tag;

    Login(String tag) {
      this.tag = tag;
    }
  }

  private final MeterRegistry registry;

  public SinkMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  public void read(String topic) {
    VIEW_RECORDS.in(registry, topic).increment();
  }

  public void unreadable(String topic) {
    VIEW_UNREADABLE.in(registry, topic).increment();
  }

  public void watchView(String topic, Supplier<Number> entries, Supplier<Number> ageSeconds) {
    VIEW_ENTRIES.watch(registry, entries, topic);
    VIEW_AGE.watch(registry, ageSeconds, topic);
  }

  public void watchReaders(Supplier<Number> readers) {
    STREAM_READERS.watch(registry, readers);
  }

  public void told() {
    STREAM_EVENTS.in(registry).increment();
  }

  public void login(Login outcome) {
    LOGINS.in(registry, outcome.tag).increment();
  }
}
