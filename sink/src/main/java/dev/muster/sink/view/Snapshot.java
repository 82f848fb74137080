package dev.muster.sink.view;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A topic at one moment; never changes.
 *
 * @param held by key; removed keys stay, so that a reader who comes back is told
 */
public record Snapshot<V>(SortedMap<String, Held<V>> held, Position position) {
  public Snapshot {
    held = Collections.unmodifiableSortedMap(new TreeMap<>(held));
  }

  static <V> Snapshot<V> empty() {
    return new Snapshot<>(Collections.emptySortedMap(), new Position(List.of()));
  }

  public Optional<V> value(String key) {
    return Optional.ofNullable(held.get(key)).flatMap(found -> Optional.ofNullable(found.value()));
  }

  /** All that are not removed, by key. */
  public SortedMap<String, V> values() {
    SortedMap<String, V> values = new TreeMap<>();
    for (Map.Entry<String, Held<V>> entry : held.entrySet()) {
      V value = entry.getValue().value();
      if (value != null) {
        values.put(entry.getKey(), value);
      }
    }
    return values;
  }
}
