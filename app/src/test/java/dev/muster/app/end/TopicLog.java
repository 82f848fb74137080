package dev.muster.app.end;

import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.TopicSpec;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Topics read from their beginning to where they end now, by the genuine clients. */
record TopicLog(String kafka, String registry) {
  private static final Duration POLL = Duration.ofMillis(200);

  static TopicLog of(Addresses there) {
    return new TopicLog(there.kafka(), there.registry().toString());
  }

  /** What is committed, decoded. */
  <T extends SpecificRecord> List<ConsumerRecord<String, T>> read(TopicSpec<T> topic) {
    return read(
        topic,
        new RecordSerde<>(topic, new CachedSchemaRegistryClient(registry, 100), false)
            .deserializer());
  }

  /** What is committed, as it lies there. */
  List<ConsumerRecord<String, byte[]>> bytes(TopicSpec<?> topic) {
    return read(topic, new ByteArrayDeserializer());
  }

  private <T> List<ConsumerRecord<String, T>> read(TopicSpec<?> topic, Deserializer<T> values) {
    Map<String, Object> properties =
        Map.of("bootstrap.servers", kafka, "isolation.level", "read_committed");
    List<ConsumerRecord<String, T>> all = new ArrayList<>();
    try (KafkaConsumer<String, T> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), values)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(POLL).forEach(all::add);
      }
    }
    return all;
  }
}
