package dev.muster.streams.replay;

import dev.muster.streams.admit.PatientDeserializer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Partitions read as one: always the record whose partition's next one was received first, as a
 * task does that finds a backlog. Kafka Streams has no rule for two of one instant; here the one of
 * the earlier partition of the list is read first.
 */
final class Merge {
  private static final Duration POLL = Duration.ofMillis(200);

  /** Of one partition; the others are waited for meanwhile. */
  private static final int MOST_WAITING = 5_000;

  private final Consumer<byte[], byte[]> consumer;
  private final List<Source> sources;
  private final Map<String, PatientDeserializer> values;
  private final Instant to;

  /** One partition, up to an offset. */
  static final class Source {
    private final TopicPartition log;
    private final long end;
    private final Deque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();
    private boolean whole;

    Source(TopicPartition log, long end) {
      this.log = log;
      this.end = end;
    }
  }

  /**
   * Of one consumer.
   *
   * @param values reads the values of each topic
   * @param to what was received then or later is passed over
   */
  Merge(
      Consumer<byte[], byte[]> consumer,
      List<Source> sources,
      Map<String, PatientDeserializer> values,
      Instant to) {
    this.consumer = consumer;
    this.sources = sources;
    this.values = values;
    this.to = to;
  }

  /** All of it, from the beginning. */
  void read(java.util.function.Consumer<LogRecord> each) {
    List<TopicPartition> logs = sources.stream().map(source -> source.log).toList();
    consumer.assign(logs);
    consumer.seekToBeginning(logs);
    while (!fetched()) {
      Source next = next();
      while (next != null) {
        ConsumerRecord<byte[], byte[]> record = next.waiting.removeFirst();
        if (record.timestamp() < to.toEpochMilli()) {
          each.accept(read(record));
        }
        next = next();
      }
    }
  }

  /** Asks for more; true when there is none, and none waits. */
  private boolean fetched() {
    for (Source source : sources) {
      source.whole = consumer.position(source.log) >= source.end;
    }
    if (sources.stream().allMatch(source -> source.whole)) {
      return sources.stream().allMatch(source -> source.waiting.isEmpty());
    }
    for (Source source : sources) {
      if (source.whole || source.waiting.size() > MOST_WAITING) {
        consumer.pause(List.of(source.log));
      } else {
        consumer.resume(List.of(source.log));
      }
    }
    var fetched = consumer.poll(POLL);
    for (Source source : sources) {
      fetched.records(source.log).stream()
          .filter(record -> record.offset() < source.end)
          .forEach(source.waiting::add);
      source.whole = consumer.position(source.log) >= source.end;
    }
    return false;
  }

  /** Null while a partition that has more may hold the first. */
  private @Nullable Source next() {
    Source first = null;
    for (Source source : sources) {
      ConsumerRecord<byte[], byte[]> head = source.waiting.peekFirst();
      if (head == null && !source.whole) {
        return null;
      }
      if (head != null
          && (first == null || head.timestamp() < first.waiting.getFirst().timestamp())) {
        first = source;
      }
    }
    return first;
  }

  private LogRecord read(ConsumerRecord<byte[], byte[]> record) {
    return new LogRecord(
        record.topic(),
        record.partition(),
        record.offset(),
        Instant.ofEpochMilli(record.timestamp()),
        record.key(),
        Objects.requireNonNull(values.get(record.topic()))
            .deserialize(record.topic(), record.value()));
  }
}
