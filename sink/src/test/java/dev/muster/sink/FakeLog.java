package dev.muster.sink;

import dev.muster.sink.view.Origin;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** A topic of two partitions in memory, and a broker that can go away. */
public final class FakeLog<V> {
  public static final int PARTITIONS = 2;
  private static final byte[] GARBAGE = {1};

  private final String topic;
  private final Clock clock;
  private final List<V> values = new ArrayList<>();
  private final List<List<ConsumerRecord<String, byte[]>>> partitions = new ArrayList<>();
  private boolean away;
  private int generation;

  public FakeLog(String topic, Clock clock) {
    this.topic = topic;
    this.clock = clock;
    IntStream.range(0, PARTITIONS).forEach(p -> partitions.add(new ArrayList<>()));
  }

  public Origin<V> origin() {
    return origin(Origin.Holds.NEWEST_OF_KEY);
  }

  public Origin<V> origin(Origin.Holds holds) {
    return new Origin<>(topic, holds, Reader::new, values());
  }

  private Deserializer<V> values() {
    return (name, bytes) -> {
      if (bytes.length != Integer.BYTES) {
        throw new SerializationException("garbage");
      }
      synchronized (this) {
        return values.get(ByteBuffer.wrap(bytes).getInt());
      }
    };
  }

  public synchronized void append(String key, V value) {
    values.add(value);
    write(key, ByteBuffer.allocate(Integer.BYTES).putInt(values.size() - 1).array());
  }

  public synchronized void remove(String key) {
    write(key, null);
  }

  public synchronized void appendGarbage(String key) {
    write(key, GARBAGE);
  }

  /** Where the next record of a key will lie. */
  public synchronized long nextOffset(String key) {
    return partitions.get(partition(key)).size();
  }

  /** As Kafka's default partitioner has it. */
  public static int partition(String key) {
    return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % PARTITIONS;
  }

  private void write(String key, byte @Nullable [] value) {
    int partition = partition(key);
    List<ConsumerRecord<String, byte[]>> records = partitions.get(partition);
    records.add(
        new ConsumerRecord<>(
            topic,
            partition,
            records.size(),
            clock.millis(),
            TimestampType.CREATE_TIME,
            0,
            0,
            key,
            value,
            new RecordHeaders(),
            Optional.empty()));
    notifyAll();
  }

  /** The topic was deleted and made again, empty. */
  public synchronized void replace() {
    partitions.forEach(List::clear);
    generation++;
    notifyAll();
  }

  public synchronized void away(boolean now) {
    away = now;
    notifyAll();
  }

  /** Waits in {@code poll} as a real one does. */
  private final class Reader extends MockConsumer<String, byte[]> {
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final int born;

    Reader() {
      super("none");
      synchronized (FakeLog.this) {
        born = generation;
      }
    }

    @Override
    public List<PartitionInfo> partitionsFor(String name, Duration timeout) {
      requireThere();
      return IntStream.range(0, PARTITIONS)
          .mapToObj(p -> new PartitionInfo(name, p, Node.noNode(), new Node[0], new Node[0]))
          .toList();
    }

    @Override
    public synchronized void assign(Collection<TopicPartition> all) {
      super.assign(all);
      positions.keySet().retainAll(all);
    }

    @Override
    public synchronized void seek(TopicPartition partition, long offset) {
      positions.put(partition, offset);
    }

    @Override
    public Map<TopicPartition, Long> beginningOffsets(
        Collection<TopicPartition> all, Duration timeout) {
      requireThere();
      return all.stream().collect(Collectors.toMap(partition -> partition, partition -> 0L));
    }

    @Override
    public synchronized void seekToBeginning(Collection<TopicPartition> all) {
      all.forEach(partition -> positions.put(partition, 0L));
    }

    @Override
    public synchronized long position(TopicPartition partition, Duration timeout) {
      return positions.getOrDefault(partition, 0L);
    }

    @Override
    public Map<TopicPartition, Long> endOffsets(Collection<TopicPartition> all, Duration timeout) {
      requireThere();
      synchronized (FakeLog.this) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        all.forEach(p -> ends.put(p, (long) partitions.get(p.partition()).size()));
        return ends;
      }
    }

    @Override
    public synchronized ConsumerRecords<String, byte[]> poll(Duration timeout) {
      synchronized (FakeLog.this) {
        if (born != generation) {
          throw new OffsetOutOfRangeException(Map.copyOf(positions));
        }
        Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> found = take();
        if (found.isEmpty()) {
          waitAWhile();
          found = take();
        }
        return new ConsumerRecords<>(found, Map.of());
      }
    }

    private void waitAWhile() {
      try {
        FakeLog.this.wait(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> take() {
      Map<TopicPartition, List<ConsumerRecord<String, byte[]>>> found = new HashMap<>();
      if (!away && born == generation) {
        positions.replaceAll(
            (partition, position) -> {
              List<ConsumerRecord<String, byte[]>> all = partitions.get(partition.partition());
              if (position < all.size()) {
                found.put(partition, List.copyOf(all.subList(position.intValue(), all.size())));
              }
              return (long) all.size();
            });
      }
      return found;
    }

    private void requireThere() {
      synchronized (FakeLog.this) {
        if (away) {
          throw new TimeoutException("the broker is away");
        }
      }
    }
  }
}
