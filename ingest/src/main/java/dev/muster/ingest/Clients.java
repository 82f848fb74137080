package dev.muster.ingest;

import dev.muster.runtime.kafka.KafkaProperties;
import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
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

  Producer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        kafka.producer("muster-ingest", acknowledged),
        new ByteArraySerializer(),
        new ByteArraySerializer());
  }

  Consumer<String, byte[]> reader(String what) {
    return new KafkaConsumer<>(
        kafka.liveView("muster-ingest-" + what),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }
}
