package dev.muster.sink.past;

import dev.muster.sink.view.Held;
import dev.muster.sink.view.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * Reads partitions of one topic once, to the end they have when asked. Only records with a wanted
 * key are understood; nothing that was read is kept. Of one thread.
 */
final class LogReader<V> implements AutoCloseable {
  private static final Duration STEP = Duration.ofMillis(500);
  private static final Duration ASK = Duration.ofSeconds(5);

  private final Origin<V> origin;
  private final Patience patience;
  private final org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer;
  private final int partitions;
  private final Map<Long, ConsumerRecord<String, byte[]>> fetched = new HashMap<>();
  private @Nullable TopicPartition assigned;

  LogReader(Origin<V> origin, Patience patience) {
    this.origin = origin;
    this.patience = patience;
    this.consumer = origin.consumers().get();
    try {
      this.partitions = consumer.partitionsFor(origin.topic(), patience.left(ASK)).size();
    } catch (KafkaException | CannotRead e) {
      consumer.close();
      throw e instanceof KafkaException away ? away(away) : e;
    }
  }

  int partitions() {
    return partitions;
  }

  /** Where the records of a key lie: as Kafka's default partitioner decides. */
  int partitionOf(String key) {
    return partitionOf(key, partitions);
  }

  static int partitionOf(String key, int partitions) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(bytes)) % partitions;
  }

  /**
   * Each record of wanted keys, in the log's order.
   *
   * @return the timestamp of the partition's first record of any key; empty without records
   */
  Optional<Instant> each(int partition, Predicate<String> wanted, Consumer<Held<V>> take) {
    try {
      TopicPartition log = assign(partition);
      consumer.seekToBeginning(List.of(log));
      long end = end(log);
      Optional<Instant> first = Optional.empty();
      while (consumer.position(log, patience.left(ASK)) < end) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(patience.left(STEP))) {
          if (first.isEmpty()) {
            first = Optional.of(Instant.ofEpochMilli(record.timestamp()));
          }
          if (record.offset() < end && record.key() != null && wanted.test(record.key())) {
            take.accept(held(record));
          }
        }
      }
      return first;
    } catch (KafkaException away) {
      throw away(away);
    }
  }

  /**
   * The record at an offset; empty when it is kept no longer. Offsets that rise are read faster.
   */
  Optional<Held<V>> at(int partition, long offset) {
    try {
      TopicPartition log = assign(partition);
      ConsumerRecord<String, byte[]> there = fetched.get(offset);
      if (there == null) {
        there = fetch(log, offset);
      }
      return Optional.ofNullable(there).map(this::held);
    } catch (OffsetOutOfRangeException gone) {
      return Optional.empty();
    } catch (KafkaException away) {
      throw away(away);
    }
  }

  private @Nullable ConsumerRecord<String, byte[]> fetch(TopicPartition log, long offset) {
    long begin = consumer.beginningOffsets(List.of(log), patience.left(ASK)).getOrDefault(log, 0L);
    long end = end(log);
    fetched.clear();
    if (offset < begin || offset >= end) {
      return null;
    }
    consumer.seek(log, offset);
    while (fetched.isEmpty() && consumer.position(log, patience.left(ASK)) < end) {
      consumer.poll(patience.left(STEP)).forEach(record -> fetched.put(record.offset(), record));
    }
    return fetched.get(offset);
  }

  private TopicPartition assign(int partition) {
    TopicPartition log = new TopicPartition(origin.topic(), partition);
    if (!log.equals(assigned)) {
      consumer.assign(List.of(log));
      fetched.clear();
      assigned = log;
    }
    return log;
  }

  private long end(TopicPartition log) {
    return consumer.endOffsets(List.of(log), patience.left(ASK)).getOrDefault(log, 0L);
  }

  /** What cannot be read may be the very word that was asked for. */
  private Held<V> held(ConsumerRecord<String, byte[]> record) {
    try {
      V value =
          record.value() == null
              ? null
              : origin.values().deserialize(record.topic(), record.headers(), record.value());
      Instant at = Instant.ofEpochMilli(record.timestamp());
      return new Held<>(record.key(), value, record.partition(), record.offset(), at);
    } catch (SerializationException unreadable) {
      throw new CannotRead(
          "The record at offset "
              + record.offset()
              + " of "
              + record.topic()
              + ", partition "
              + record.partition()
              + ", cannot be read, so nothing is said of what was.",
          unreadable);
    }
  }

  private static CannotRead away(KafkaException away) {
    return new CannotRead("The log cannot be read now; is Kafka reachable? Ask again later.", away);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
