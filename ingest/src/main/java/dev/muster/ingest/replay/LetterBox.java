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

/** Reads single dead letters by their place, with a consumer made for it. */
public final class LetterBox
    implements Function<List<Place>, List<ConsumerRecord<String, byte[]>>> {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Supplier<Consumer<String, byte[]>> consumers;

  public LetterBox(Supplier<Consumer<String, byte[]>> consumers) {
    this.consumers = consumers;
  }

  /** In order of partition and offset; waits until Kafka answers or fails. */
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

  private static void read(
      Consumer<String, byte[]> consumer,
      int number,
      NavigableSet<Long> offsets,
      List<ConsumerRecord<String, byte[]>> found) {
    TopicPartition partition = new TopicPartition(Topics.DEAD_LETTERS.name(), number);
    Set<Long> wanted = new HashSet<>(offsets);
    consumer.assign(List.of(partition));
    consumer.seek(partition, offsets.first());
    while (consumer.position(partition) <= offsets.last()) {
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL).records(partition)) {
        if (wanted.contains(record.offset())) {
          found.add(record);
        }
      }
    }
  }
}
