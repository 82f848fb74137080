package dev.muster.sink.view;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Reads all partitions of a topic from the beginning, one step at a time; one thread. */
final class Follower {
  private static final Duration WAIT = Duration.ofMillis(200);
  private static final Duration ASK_WAIT = Duration.ofSeconds(2);
  private static final Duration ASK_EVERY = Duration.ofSeconds(1);

  private final Consumer<String, byte[]> consumer;
  private final Clock clock;
  private final List<TopicPartition> partitions;
  private @Nullable Target target;
  private Instant asked = Instant.MIN;

  /** Ends of all partitions, and when they were asked for. */
  private record Target(Instant at, Map<TopicPartition, Long> ends) {}

  /**
   * What a step brought.
   *
   * @param completeTo everything written before it has been read; absent when not known anew
   */
  record Step(List<ConsumerRecord<String, byte[]>> records, @Nullable Instant completeTo) {}

  Follower(Consumer<String, byte[]> consumer, String topic, Clock clock) {
    this.consumer = consumer;
    this.clock = clock;
    this.partitions =
        consumer.partitionsFor(topic, ASK_WAIT).stream()
            .map(found -> new TopicPartition(topic, found.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** None as long as the topic does not exist. */
  int partitions() {
    return partitions.size();
  }

  Step step() {
    ask();
    ConsumerRecords<String, byte[]> polled = consumer.poll(WAIT);
    List<ConsumerRecord<String, byte[]>> records = new ArrayList<>(polled.count());
    polled.forEach(records::add);
    Target waiting = target;
    if (waiting == null || !reached(waiting.ends())) {
      return new Step(records, null);
    }
    target = null;
    return new Step(records, waiting.at());
  }

  /** A broker that is away shows here only: {@code poll} waits for it in silence. */
  private void ask() {
    Instant now = clock.instant();
    if (target == null && !now.isBefore(next())) {
      asked = now;
      try {
        target = new Target(now, consumer.endOffsets(partitions, ASK_WAIT));
      } catch (RetriableException away) {
        target = null;
      }
    }
  }

  private Instant next() {
    return asked.equals(Instant.MIN) ? asked : asked.plus(ASK_EVERY);
  }

  /** Markers of transactions take offsets too, so the consumer's position counts. */
  private boolean reached(Map<TopicPartition, Long> ends) {
    try {
      return ends.entrySet().stream()
          .allMatch(end -> consumer.position(end.getKey(), WAIT) >= end.getValue());
    } catch (RetriableException away) {
      return false;
    }
  }
}
