package dev.muster.streams.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * All deadlines of a task in the order of time, for the wall clock alone; each service's value
 * holds its own, read before its records.
 *
 * <p>The index is read from the first instant that may hold a row, not from the start, where the
 * tombstones of all that was spoken lie.
 */
public final class DeadlineIndex {
  private static final byte[] HERE = {};

  private final KeyValueStore<Bytes, byte[]> rows;

  /** No row lies before it. */
  private Instant from = Instant.EPOCH;

  public DeadlineIndex(KeyValueStore<Bytes, byte[]> rows) {
    this.rows = rows;
  }

  public void add(Deadline deadline) {
    rows.put(Bytes.wrap(deadline.key()), HERE);
    if (deadline.at().isBefore(from)) {
      from = deadline.at();
    }
  }

  public void remove(Deadline deadline) {
    rows.delete(Bytes.wrap(deadline.key()));
  }

  /** Those up to and at an instant, in order. */
  public List<Deadline> due(Instant upTo) {
    if (upTo.isBefore(from)) {
      return List.of();
    }
    List<Deadline> due = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> found = rows.range(start(), before(upTo.plusMillis(1)))) {
      while (found.hasNext()) {
        due.add(Deadline.of(found.next().key.get()));
      }
    }
    from = due.isEmpty() ? upTo : due.get(0).at();
    return due;
  }

  /** The first there is. */
  public Optional<Instant> next() {
    try (KeyValueIterator<Bytes, byte[]> found = rows.range(start(), null)) {
      if (!found.hasNext()) {
        return Optional.empty();
      }
      KeyValue<Bytes, byte[]> first = found.next();
      Instant at = Deadline.of(first.key.get()).at();
      from = at;
      return Optional.of(at);
    }
  }

  private Bytes start() {
    return Bytes.wrap(Deadline.from(from));
  }

  private static Bytes before(Instant at) {
    return Bytes.wrap(Deadline.from(at));
  }
}
