package dev.muster.core.alert;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** By what terms a service was run when; the first there are hold for all before them too. */
public final class Tenure {
  public static final Tenure NONE = new Tenure(new TreeMap<>());

  private final NavigableMap<Instant, Terms> since;

  private Tenure(NavigableMap<Instant, Terms> since) {
    this.since = since;
  }

  /** As it was when {@link #since} was written down. */
  public static Tenure of(Map<Instant, Terms> since) {
    return new Tenure(new TreeMap<>(since));
  }

  /** With terms from an instant on; itself when they say what held already. */
  public Tenure with(Instant received, Terms terms) {
    Map.Entry<Instant, Terms> before = since.floorEntry(received);
    if (before != null && before.getValue().equals(terms)) {
      return this;
    }
    NavigableMap<Instant, Terms> more = new TreeMap<>(since);
    more.put(received, terms);
    return new Tenure(more);
  }

  /** Without what ended before an instant. */
  public Tenure from(Instant instant) {
    Instant held = since.floorKey(instant);
    return held == null || held.equals(since.firstKey())
        ? this
        : new Tenure(new TreeMap<>(since.tailMap(held, true)));
  }

  /** The terms at an instant; absent while there never were any. */
  public @Nullable Terms at(Instant instant) {
    if (since.isEmpty()) {
      return null;
    }
    Map.Entry<Instant, Terms> entry = since.floorEntry(instant);
    return entry == null ? since.firstEntry().getValue() : entry.getValue();
  }

  public NavigableMap<Instant, Terms> since() {
    return Collections.unmodifiableNavigableMap(since);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Tenure same && same.since.equals(since);
  }

  @Override
  public int hashCode() {
    return since.hashCode();
  }

  @Override
  public String toString() {
    return since.toString();
  }
}
