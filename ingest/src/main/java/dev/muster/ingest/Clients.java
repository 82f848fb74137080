package dev.muster.ingest;

import dev.muster.runtime.kafka.KafkaProperties;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Makes Kafka clients for ingest. */
final class Clients {
  private final KafkaProperties kafka;
  private final Duration acknowledged;

  Clients(KafkaProperties kafka, Duration acknowledged) {
    this.kafka = kafka;
    this.acknowledged = acknowledged;
  }

  /** Gives up on a record after {@code acknowledged}, and on metadata after a quarter of it. */
  Producer<byte[], byte[]> producer() {
    Map<String, Object> properties = kafka.producer("muster-ingest");
    int millis = Math.toIntExact(acknowledged.toMillis());
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis / 4);
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }

  Consumer<String, byte[]> reader(String what) {
    return new KafkaConsumer<>(
        kafka.liveView("muster-ingest-" + what),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }
}
