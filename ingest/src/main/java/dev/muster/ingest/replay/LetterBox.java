package dev.muster.ingest.replay;

import dev.muster.schemas.DeadLetterHeaders.Place;
import dev.muster.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads single dead letters by their place, with a consumer made for it. */
public final class LetterBox
    implements Function<List<Place>, List<ConsumerRecord<String, byte[]>>> {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Supplier<Consumer<String, byte[]>> consumers;
  private final Duration patience;

  /**
   * @param patience how long Kafka may be silent before the reading is given up
   */
  public LetterBox(Supplier<Consumer<String, byte[]>> consumers, Duration patience) {
    this.consumers = consumers;
    this.patience = patience;
  }

  /**
   * In order of partition and offset. Throws a Kafka exception when Kafka is silent for too long,
   * or when the thread is interrupted.
   */
  @Override
  public List<ConsumerRecord<String, byte[]>> apply(List<Place> places) {
    Map<Integer, TreeSet<Long>> wanted =
        places.stream()
            .collect(
                Collectors.groupingBy(
                    Place::partition,
                    Collectors.mapping(Place::offset, Collectors.toCollection(TreeSet::new))));
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (Consumer<String, byte[]> consumer = consumers.get()) {
      wanted.forEach((partition, offsets) -> read(consumer, partition, offsets, found));
    }
    return found;
  }

  private void read(
      Consumer<String, byte[]> consumer,
      int number,
      NavigableSet<Long> offsets,
      List<ConsumerRecord<String, byte[]>> found) {
    TopicPartition partition = new TopicPartition(Topics.DEAD_LETTERS.name(), number);
    Set<Long> wanted = new HashSet<>(offsets);
    consumer.assign(List.of(partition));
    consumer.seek(partition, offsets.first());
    long end = consumer.endOffsets(List.of(partition), patience).getOrDefault(partition, 0L);
    long next = Math.min(offsets.last() + 1, end);
    long heard = System.nanoTime();
    while (consumer.position(partition, patience) < next) {
      List<ConsumerRecord<String, byte[]>> records = consumer.poll(POLL).records(partition);
      records.stream().filter(record -> wanted.contains(record.offset())).forEach(found::add);
      if (!records.isEmpty()) {
        heard = System.nanoTime();
      } else if (System.nanoTime() - heard > patience.toNanos()) {
        throw new TimeoutException("Kafka is silent");
      }
    }
  }
}
