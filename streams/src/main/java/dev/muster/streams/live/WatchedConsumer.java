package dev.muster.streams.live;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A consumer that notes how far it has come after each poll. Its own position is the only measure
 * that passes over transaction markers and knows empty partitions; committed offsets do neither
 * before the first record.
 */
final class WatchedConsumer extends KafkaConsumer<byte[], byte[]> {
  private final Positions positions;
  private final Set<TopicPartition> mine = new HashSet<>();

  WatchedConsumer(Map<String, Object> config, Positions positions) {
    super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    this.positions = positions;
  }

  @Override
  public ConsumerRecords<byte[], byte[]> poll(Duration timeout) {
    ConsumerRecords<byte[], byte[]> records = super.poll(timeout);
    Set<TopicPartition> assigned = assignment();
    positions.keepOnly(assigned, mine);
    mine.clear();
    mine.addAll(assigned);
    for (TopicPartition partition : records.partitions()) {
      List<ConsumerRecord<byte[], byte[]>> handed = records.records(partition);
      positions.handed(partition, handed.get(handed.size() - 1).offset());
    }
    assigned.forEach(this::note);
    return records;
  }

  @Override
  public void close(CloseOptions options) {
    positions.keepOnly(Set.of(), mine);
    super.close(options);
  }

  private void note(TopicPartition partition) {
    try {
      positions.moved(partition, position(partition, Duration.ZERO));
    } catch (TimeoutException e) {
      positions.assigned(partition);
    }
  }
}
