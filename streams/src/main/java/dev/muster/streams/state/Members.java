package dev.muster.streams.state;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Which services of a task belong to a rotation, a system, or the organisation. */
public final class Members {
  private static final char BETWEEN = '\0';
  private static final char AFTER = '\1';
  private static final byte[] HERE = {};

  private final KeyValueStore<String, byte[]> store;

  public Members(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  public void move(String service, Collection<String> from, Collection<String> to) {
    from.stream()
        .filter(subject -> !to.contains(subject))
        .forEach(subject -> store.delete(subject + BETWEEN + service));
    to.stream()
        .filter(subject -> !from.contains(subject))
        .forEach(subject -> store.put(subject + BETWEEN + service, HERE));
  }

  /** In the order of their names. */
  public List<String> of(String subject) {
    List<String> services = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> rows = store.range(subject + BETWEEN, subject + AFTER)) {
      rows.forEachRemaining(row -> services.add(row.key.substring(subject.length() + 1)));
    }
    return services;
  }
}
