package dev.muster.core.deploy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A time in which a change had failed.
 *
 * @param to absent while it is not over
 * @param inferred nobody said that a change is to blame
 */
record Outage(Instant from, @Nullable Instant to, boolean inferred) {

  /** Those that overlap or touch are one: ten pages of one evening are one recovery. */
  static List<Outage> merged(Collection<Outage> outages) {
    List<Outage> merged = new ArrayList<>();
    outages.stream()
        .sorted(Comparator.comparing(Outage::from))
        .forEach(
            next -> {
              Outage last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
              if (last == null || (last.to != null && next.from.isAfter(last.to))) {
                merged.add(next);
              } else {
                merged.set(merged.size() - 1, last.with(next));
              }
            });
    return merged;
  }

  private Outage with(Outage other) {
    return new Outage(from, later(to, other.to), inferred && other.inferred);
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return null;
    }
    return one.isAfter(other) ? one : other;
  }
}
