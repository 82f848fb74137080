package dev.muster.runtime.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * One meter, named and documented once.
 *
 * @param name {@code muster.<module>.<things>}; means something summed over its tags
 * @param tags names of its tags; values come from closed lists or the catalogue, never from input
 */
public record Meter(String name, Kind kind, List<String> tags, String doc) {

  /** What it measures. */
  public enum Kind {
    COUNTER,
    GAUGE,
    TIMER
  }

  public Meter {
    if (!name.matches("muster(\\.[a-z-]+){2,}")) {
      throw new IllegalArgumentException("need a name like muster.module.things, got " + name);
    }
    tags = List.copyOf(tags);
  }

  public static Meter counter(String name, String doc, String... tags) {
    return new Meter(name, Kind.COUNTER, List.of(tags), doc);
  }

  public static Meter gauge(String name, String doc, String... tags) {
    return new Meter(name, Kind.GAUGE, List.of(tags), doc);
  }

  public static Meter timer(String name, String doc, String... tags) {
    return new Meter(name, Kind.TIMER, List.of(tags), doc);
  }

  /** The counter with these tag values, in the order of {@link #tags}; made when first asked. */
  public Counter in(MeterRegistry registry, String... values) {
    return Counter.builder(name).description(doc).tags(tagged(values)).register(registry);
  }

  public Timer timer(MeterRegistry registry, String... values) {
    return Timer.builder(name).description(doc).tags(tagged(values)).register(registry);
  }

  /** Reads {@code value} whenever metrics are asked for. */
  public void watch(MeterRegistry registry, Supplier<Number> value, String... values) {
    io.micrometer.core.instrument.Gauge.builder(name, value)
        .description(doc)
        .tags(tagged(values))
        .register(registry);
  }

  private List<Tag> tagged(String... values) {
    if (values.length != tags.size()) {
      throw new IllegalArgumentException(name + " needs values for " + tags);
    }
    List<Tag> tagged = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      tagged.add(Tag.of(tags.get(i), values[i]));
    }
    return tagged;
  }
}
