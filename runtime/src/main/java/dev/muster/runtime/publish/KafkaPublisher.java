package dev.muster.runtime.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.runtime.part.Health;
import dev.muster.runtime.part.Part;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** The one producer. Safe for use by several threads. */
public final class KafkaPublisher implements Part, Publisher {
  private static final Duration LAST_SENDS = Duration.ofSeconds(5);

  private final Supplier<Producer<byte[], byte[]>> producers;
  private final ReceivedClock received;
  private final Object order = new Object();
  private volatile @Nullable Producer<byte[], byte[]> producer;
  private volatile boolean away;

  public KafkaPublisher(Supplier<Producer<byte[], byte[]>> producers, ReceivedClock received) {
    this.producers = producers;
    this.received = received;
  }

  @Override
  public String name() {
    return "publisher";
  }

  @Override
  public void start() {
    producer = producers.get();
  }

  @Override
  public CompletableFuture<Void> publish(List<Outgoing> records) {
    Producer<byte[], byte[]> sender = producer;
    if (sender == null) {
      return CompletableFuture.failedFuture(new KafkaException("not started"));
    }
    List<CompletableFuture<Void>> acknowledged = new ArrayList<>();
    try {
      List<Copy> copies = copies(sender, records);
      // Stamped and sent in one step, so that times in a partition never go backwards.
      synchronized (order) {
        Long now = received.now().toEpochMilli();
        copies.forEach(copy -> acknowledged.add(send(sender, copy, now)));
      }
    } catch (KafkaException e) {
      acknowledged.add(CompletableFuture.failedFuture(e));
    }
    return CompletableFuture.allOf(acknowledged.toArray(CompletableFuture<?>[]::new))
        .whenComplete((done, failure) -> away = failure != null);
  }

  private record Copy(Outgoing record, @Nullable Integer partition) {}

  /** Asks for each topic's partitions first: the wait for metadata is then over before the lock. */
  private static List<Copy> copies(Producer<?, ?> sender, List<Outgoing> records) {
    List<Copy> copies = new ArrayList<>();
    for (Outgoing record : records) {
      int partitions = sender.partitionsFor(record.topic()).size();
      if (record.everyPartition()) {
        for (int partition = 0; partition < partitions; partition++) {
          copies.add(new Copy(record, partition));
        }
      } else {
        copies.add(new Copy(record, null));
      }
    }
    return copies;
  }

  private static CompletableFuture<Void> send(
      Producer<byte[], byte[]> sender, Copy copy, Long now) {
    Outgoing record = copy.record();
    String key = record.key();
    CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    // The callback says all that the future would.
    var unused =
        sender.send(
            new ProducerRecord<>(
                record.topic(),
                copy.partition(),
                now,
                key == null ? null : key.getBytes(UTF_8),
                record.value(),
                record.headers()),
            (metadata, failure) -> {
              if (failure == null) {
                acknowledged.complete(null);
              } else {
                acknowledged.completeExceptionally(failure);
              }
            });
    return acknowledged;
  }

  /** Degraded and not down: the sender is told to come back, and it recovers by itself. */
  @Override
  public Health check() {
    if (producer == null) {
      return new Health.Starting("has no producer yet");
    }
    return away ? new Health.Degraded("Kafka did not acknowledge the last records") : Health.up();
  }

  @Override
  public void close() {
    Producer<byte[], byte[]> sender = producer;
    producer = null;
    if (sender != null) {
      sender.close(LAST_SENDS);
    }
  }
}
