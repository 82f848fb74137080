package dev.muster.core.gate;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The few values of a reason, by the order of their names; never changed. Reasons are made by the
 * hundred for each scorecard, one value after the other: a sorted tree for each took longer than
 * judging.
 */
final class ReasonValues extends AbstractMap<String, String> {
  static final ReasonValues NONE = new ReasonValues(new String[0]);

  /** Each name, followed by its value. */
  private final String[] sorted;

  private ReasonValues(String[] sorted) {
    this.sorted = sorted;
  }

  static ReasonValues of(Map<String, String> values) {
    if (values instanceof ReasonValues known) {
      return known;
    }
    ReasonValues all = NONE;
    for (Map.Entry<String, String> value : new TreeMap<>(values).entrySet()) {
      all = all.with(value.getKey(), value.getValue());
    }
    return all;
  }

  /** With one more, or another one of the same name. */
  ReasonValues with(String name, String value) {
    int at = place(name);
    boolean known = at < sorted.length && sorted[at].equals(name);
    String[] more = new String[sorted.length + (known ? 0 : 2)];
    int rest = known ? at + 2 : at;
    System.arraycopy(sorted, 0, more, 0, at);
    more[at] = name;
    more[at + 1] = value;
    System.arraycopy(sorted, rest, more, at + 2, sorted.length - rest);
    return new ReasonValues(more);
  }

  /** Where a name stands or would stand. */
  private int place(String name) {
    int at = 0;
    while (at < sorted.length && sorted[at].compareTo(name) < 0) {
      at += 2;
    }
    return at;
  }

  @Override
  public @Nullable String get(Object name) {
    for (int i = 0; i < sorted.length; i += 2) {
      if (sorted[i].equals(name)) {
        return sorted[i + 1];
      }
    }
    return null;
  }

  @Override
  public boolean containsKey(Object name) {
    return get(name) != null;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReasonValues values
        ? Arrays.equals(sorted, values.sorted)
        : super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, String>> iterator() {
        return IntStream.range(0, size())
            .mapToObj(i -> Map.entry(sorted[2 * i], sorted[2 * i + 1]))
            .iterator();
      }

      @Override
      public int size() {
        return sorted.length / 2;
      }
    };
  }
}
