package dev.muster.core.slo;

import java.util.List;

/** Slices that count for nothing: planned work that was told in time. */
public record Exclusions(List<Span> spans) {
  public static final Exclusions NONE = new Exclusions(List.of());

  public Exclusions {
    spans = List.copyOf(spans);
  }

  /**
   * Slices that begin within an interval.
   *
   * @param from the first
   * @param to the first after
   */
  public record Span(long from, long to) {
    boolean holds(long slice) {
      return from <= slice && slice < to;
    }
  }

  boolean hold(long slice) {
    if (spans.isEmpty()) {
      return false;
    }
    for (Span span : spans) {
      if (span.holds(slice)) {
        return true;
      }
    }
    return false;
  }
}
