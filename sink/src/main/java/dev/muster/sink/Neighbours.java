package dev.muster.sink;

import dev.muster.runtime.kafka.KafkaProperties;
import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.TopicSpec;
import dev.muster.sink.view.Origin;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Kafka and the schema registry. */
public record Neighbours(KafkaProperties kafka, SchemaRegistryClient registry) {

  <T extends SpecificRecord> Origin<T> origin(TopicSpec<T> topic) {
    return new Origin<>(
        topic.name(),
        () -> consumer("muster-sink-view-" + topic.name()),
        new RecordSerde<>(topic, registry, false).deserializer());
  }

  /** Offsets out of range mean that the log was replaced: it is then read again from the start. */
  private Consumer<String, byte[]> consumer(String clientId) {
    Map<String, Object> properties = kafka.liveView(clientId);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
