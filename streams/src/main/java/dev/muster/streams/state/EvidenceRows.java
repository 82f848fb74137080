package dev.muster.streams.state;

import dev.muster.core.gate.Evidence;
import dev.muster.core.gate.EvidenceShelf;
import dev.muster.core.gate.EvidenceStream;
import dev.muster.core.gate.StreamKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The evidence of services, rotations, systems and the organisation: a row for each stream of it.
 * Shelves last used are held decoded.
 */
public final class EvidenceRows {
  private static final String BETWEEN = "\0";
  private static final String AFTER = "\1";

  private final KeyValueStore<Bytes, byte[]> store;
  private final Map<String, EvidenceShelf> held;

  public EvidenceRows(KeyValueStore<Bytes, byte[]> store, int most) {
    this.store = store;
    this.held = new Lru<>(most);
  }

  /** What is known of a service or another subject; to be changed by {@link #put} alone. */
  public EvidenceShelf of(String subject) {
    EvidenceShelf known = held.get(subject);
    if (known == null) {
      known = EvidenceShelf.of(read(subject));
      held.put(subject, known);
    }
    return known;
  }

  /** Adds an event; false for a repeat. */
  public boolean put(Evidence event, Predicate<Evidence> runs) {
    String subject = event.origin().subject();
    EvidenceShelf shelf = of(subject);
    boolean isNew = shelf.stream(event.stream()).isEmpty();
    int before = shelf.streams().size();
    Optional<StreamKey> changed = shelf.put(event, runs);
    changed
        .flatMap(shelf::stream)
        .ifPresent(stream -> store.put(key(subject, stream.key()), StateCodec.write(stream)));
    if (isNew && shelf.streams().size() == before) {
      forgetDropped(subject, shelf);
    }
    return changed.isPresent();
  }

  /** The shelf is full and has dropped the stream not heard of for longest. */
  private void forgetDropped(String subject, EvidenceShelf shelf) {
    Set<StreamKey> kept =
        shelf.streams().stream().map(EvidenceStream::key).collect(Collectors.toSet());
    Set<StreamKey> dropped = new HashSet<>();
    read(subject).forEach(stream -> dropped.add(stream.key()));
    dropped.removeAll(kept);
    dropped.forEach(key -> store.delete(key(subject, key)));
  }

  private List<EvidenceStream> read(String subject) {
    List<EvidenceStream> streams = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> rows =
        store.range(bytes(subject + BETWEEN), bytes(subject + AFTER))) {
      rows.forEachRemaining(row -> streams.add(StateCodec.readStream(row.value)));
    }
    return streams;
  }

  private static Bytes key(String subject, StreamKey key) {
    return bytes(String.join(BETWEEN, subject, key.type().name(), key.name(), key.part()));
  }

  private static Bytes bytes(String text) {
    return Bytes.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
