package dev.muster.streams.live;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.TaskId;

/**
 * Liveness from where the inputs ended at an instant and how far the consumers have come since. A
 * task reads the partition of its own number of every input topic; the instant counts once all of
 * them have been read to their end of then, however much was appended after it.
 */
public final class CaughtUp implements Liveness {
  private final List<String> topics;
  private final Positions positions;
  private final Map<Integer, Instant> upTo = new ConcurrentHashMap<>();
  private final Map<Integer, Probe> probes = new HashMap<>();

  /** Where the inputs of one task ended at an instant. */
  private record Probe(Instant at, Map<TopicPartition, Long> ends) {}

  public CaughtUp(Collection<String> topics, Positions positions) {
    this.topics = List.copyOf(topics);
    this.positions = positions;
  }

  @Override
  public Optional<Instant> caughtUpTo(TaskId task) {
    return Optional.ofNullable(upTo.get(task.partition()));
  }

  /** Whether each of the tasks run here has caught up once; there may be none. */
  public boolean all() {
    return upTo.keySet().containsAll(numbers());
  }

  /** The partitions whose ends are to be asked for now: those of tasks not already waiting. */
  synchronized Set<TopicPartition> asks() {
    Set<Integer> here = numbers();
    upTo.keySet().retainAll(here);
    probes.keySet().retainAll(here);
    Set<TopicPartition> asked = new HashSet<>();
    here.stream().filter(number -> !probes.containsKey(number)).forEach(n -> asked.addAll(of(n)));
    return asked;
  }

  /**
   * @param at before the ends were asked for
   */
  synchronized void ended(Instant at, Map<TopicPartition, Long> ends) {
    ends.forEach(
        (partition, end) ->
            probes
                .computeIfAbsent(partition.partition(), number -> new Probe(at, new HashMap<>()))
                .ends()
                .put(partition, end));
  }

  /**
   * @param committed what the stream threads have committed, by partition
   */
  synchronized void compare(Map<TopicPartition, Long> committed) {
    probes
        .entrySet()
        .removeIf(
            probe -> {
              boolean read =
                  probe.getValue().ends().entrySet().stream()
                      .allMatch(end -> isRead(end.getKey(), end.getValue(), committed));
              if (read) {
                upTo.put(probe.getKey(), probe.getValue().at());
              }
              return read;
            });
  }

  private boolean isRead(TopicPartition partition, long end, Map<TopicPartition, Long> committed) {
    long done = committed.getOrDefault(partition, 0L);
    return done >= end
        || positions
            .of(partition)
            .filter(reached -> reached.next() >= end && !reached.awaitsCommit(done))
            .isPresent();
  }

  /** Numbers of the tasks all of whose inputs are read here. */
  private Set<Integer> numbers() {
    Set<TopicPartition> read = positions.partitions();
    Set<Integer> numbers = new HashSet<>();
    read.forEach(partition -> numbers.add(partition.partition()));
    numbers.removeIf(number -> !read.containsAll(of(number)));
    return numbers;
  }

  private List<TopicPartition> of(int number) {
    return topics.stream().map(topic -> new TopicPartition(topic, number)).toList();
  }
}
