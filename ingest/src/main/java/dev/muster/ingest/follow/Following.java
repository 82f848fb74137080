package dev.muster.ingest.follow;

import dev.muster.runtime.part.Fault;
import dev.muster.runtime.part.Health;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that reads all partitions of a topic from the beginning and goes on; without a group.
 * When Kafka refuses, it begins again with a new reader.
 */
public final class Following implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Following.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final long BACK_OFF_MILLIS = 1_000;
  private static final Duration GRACE = Duration.ofSeconds(1);
  private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

  /** What is done with the records of one reading; called by one thread. */
  public interface Reader {

    /**
     * Takes what one poll brought, also when that is nothing.
     *
     * @param atEnd whether all that the topic held when the reading began has been given
     */
    void read(ConsumerRecords<String, byte[]> records, boolean atEnd);
  }

  private final String topic;
  private final Supplier<Consumer<String, byte[]>> consumers;
  private final Supplier<Reader> readers;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile Health health = new Health.Starting("not started");

  public Following(
      String topic, Supplier<Consumer<String, byte[]>> consumers, Supplier<Reader> readers) {
    this.topic = topic;
    this.consumers = consumers;
    this.readers = readers;
    this.thread = new Thread(this::run, "ingest-follows-" + topic);
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  public Health check() {
    return health;
  }

  private void run() {
    while (closing.getCount() > 0) {
      try (Consumer<String, byte[]> consumer = consumers.get()) {
        follow(consumer);
      } catch (KafkaException e) {
        if (closing.getCount() == 0) {
          return;
        }
        health = new Health.Degraded("cannot read " + topic + ": " + Fault.of(e));
        LOG.atWarn()
            .addKeyValue("topic", topic)
            .addKeyValue("fault", Fault.of(e))
            .log("cannot follow a topic, beginning again");
      } catch (RuntimeException e) {
        health = new Health.Down("no longer reads " + topic + ": " + Fault.of(e));
        LOG.atError()
            .addKeyValue("topic", topic)
            .addKeyValue("fault", Fault.of(e))
            .log("follows no more");
        return;
      }
      pause();
    }
  }

  private void follow(Consumer<String, byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      health = new Health.Starting("there is no topic " + topic + " yet");
      return;
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    Reader reader = readers.get();
    while (closing.getCount() > 0) {
      ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
      reader.read(records, hasReached(consumer, ends));
      health = Health.up();
    }
  }

  private static boolean hasReached(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void pause() {
    try {
      closing.await(BACK_OFF_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing.countDown();
    }
  }

  /** What is under way may end by itself for a second; then every wait for Kafka is cut short. */
  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(GRACE.toMillis());
      thread.interrupt();
      thread.join(LONGEST_CLOSE.minus(GRACE).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
