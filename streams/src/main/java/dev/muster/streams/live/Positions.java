package dev.muster.streams.live;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the consumers of this program have come, by partition. Written by stream threads after
 * each poll, read by the one that judges liveness.
 */
public final class Positions {
  private static final long NOTHING = -1;

  private final Map<TopicPartition, Reached> reached = new ConcurrentHashMap<>();

  /**
   * Where one partition stands.
   *
   * @param next the offset fetched next: past transaction markers, which no record stands for
   * @param handed the last offset handed to the stream thread; {@code -1} for none since assigned
   */
  record Reached(long next, long handed) {
    boolean awaitsCommit(long committed) {
      return handed != NOTHING && committed <= handed;
    }
  }

  void moved(TopicPartition partition, long next) {
    reached.merge(
        partition, new Reached(next, NOTHING), (old, now) -> new Reached(next, old.handed));
  }

  void handed(TopicPartition partition, long offset) {
    reached.merge(
        partition, new Reached(offset, offset), (old, now) -> new Reached(old.next, offset));
  }

  /** Forgets what this consumer had and has no more. */
  void keepOnly(Set<TopicPartition> assigned, Set<TopicPartition> before) {
    before.stream().filter(partition -> !assigned.contains(partition)).forEach(reached::remove);
  }

  Optional<Reached> of(TopicPartition partition) {
    return Optional.ofNullable(reached.get(partition));
  }

  /** Assigned, the position not known yet. */
  void assigned(TopicPartition partition) {
    reached.putIfAbsent(partition, new Reached(NOTHING, NOTHING));
  }

  Set<TopicPartition> partitions() {
    return Set.copyOf(reached.keySet());
  }
}
