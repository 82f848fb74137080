package dev.muster.core.gate;

import dev.muster.core.catalogue.Requirement.EvidenceType;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The evidence held of one subject. Not for use by several threads.
 *
 * <p>What it holds depends on the events put, not on their order, as long as nothing had to be
 * dropped; and each stream of it on the events of its topic alone.
 */
public final class EvidenceShelf {

  /** Streams kept of each type; beyond, the one not heard of for longest goes. */
  public static final int STREAMS = 1_000;

  private final TreeMap<StreamKey, EvidenceStream> streams = new TreeMap<>();

  /** An empty one. */
  public EvidenceShelf() {}

  /** As it was when its {@link #streams()} were written down. */
  public static EvidenceShelf of(Iterable<EvidenceStream> streams) {
    EvidenceShelf shelf = new EvidenceShelf();
    streams.forEach(stream -> shelf.streams.put(stream.key(), stream));
    return shelf;
  }

  /**
   * Adds an event.
   *
   * @param runs {@link Rulebook#runs} of its service; only decides what is dropped first
   * @return the stream that changed, empty for a repeat
   */
  public Optional<StreamKey> put(Evidence event, Predicate<Evidence> runs) {
    StreamKey key = event.stream();
    EvidenceStream before = streams.getOrDefault(key, EvidenceStream.empty(key));
    EvidenceStream after = before.with(event, runs);
    if (after.equals(before)) {
      return Optional.empty();
    }
    streams.put(key, after);
    if (before.events().isEmpty()) {
      dropBeyond(key.type());
    }
    return Optional.of(key);
  }

  private void dropBeyond(EvidenceType type) {
    List<EvidenceStream> same = of(type).toList();
    if (same.size() > STREAMS) {
      same.stream()
          .min(
              Comparator.comparing(
                  stream -> stream.newestEvent().map(Evidence::time).orElse(Instant.MIN)))
          .ifPresent(stream -> streams.remove(stream.key()));
    }
  }

  /** All streams, in the order of their keys. */
  public Collection<EvidenceStream> streams() {
    return Collections.unmodifiableCollection(streams.values());
  }

  /** The streams of a type. */
  public Stream<EvidenceStream> of(EvidenceType type) {
    return streams.values().stream().filter(stream -> stream.key().type() == type);
  }

  /**
   * Adds the streams of a type to others.
   *
   * @param names of the streams; absent: any
   */
  void read(EvidenceType type, @Nullable Set<String> names, List<EvidenceStream> into) {
    if (names == null) {
      of(type).forEach(into::add);
      return;
    }
    for (String name : names) {
      StreamKey from = new StreamKey(type, name, "");
      for (EvidenceStream stream : streams.tailMap(from).values()) {
        if (stream.key().type() != type || !stream.key().name().equals(name)) {
          break;
        }
        into.add(stream);
      }
    }
  }

  /** One stream, as it stands. */
  public Optional<EvidenceStream> stream(StreamKey key) {
    return Optional.ofNullable(streams.get(key));
  }
}
