package dev.muster.sink;

import dev.muster.runtime.kafka.KafkaProperties;
import dev.muster.runtime.publish.KafkaPublisher;
import dev.muster.runtime.publish.ReceivedClock;
import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.TopicSpec;
import dev.muster.schemas.Topics;
import dev.muster.sink.past.PastLogs;
import dev.muster.sink.view.Origin;
import dev.muster.sink.word.Pen;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Kafka and the schema registry. */
public record Neighbours(
    KafkaProperties kafka, SchemaRegistryClient registry, boolean registerSchemas) {
  private static final Duration ACKNOWLEDGED = Duration.ofSeconds(10);

  /** A person waits for it: within {@link #ACKNOWLEDGED} it is written, or said not to be. */
  SinkPart.Written written(Clock clock) {
    KafkaPublisher publisher =
        new KafkaPublisher(
            () ->
                new KafkaProducer<>(
                    kafka.producer("muster-sink", ACKNOWLEDGED),
                    new ByteArraySerializer(),
                    new ByteArraySerializer()),
            new ReceivedClock(clock));
    return new SinkPart.Written(
        List.of(publisher), new Pen(publisher, registry, registerSchemas, clock));
  }

  <T extends SpecificRecord> Origin<T> origin(TopicSpec<T> topic, Origin.Holds holds) {
    return new Origin<>(
        topic.name(),
        holds,
        () -> consumer("muster-sink-view-" + topic.name()),
        new RecordSerde<>(topic, registry, false).deserializer());
  }

  /** The topics that tell of the past. */
  PastLogs pastLogs() {
    return new PastLogs(
        past(Topics.GATE), past(Topics.CATALOG), past(Topics.WAIVER), past(Topics.SCAN));
  }

  private <T extends SpecificRecord> Origin<T> past(TopicSpec<T> topic) {
    AtomicLong readers = new AtomicLong();
    return new Origin<>(
        topic.name(),
        Origin.Holds.EVERY_RECORD,
        () -> consumer("muster-sink-past-" + topic.name() + '-' + readers.incrementAndGet()),
        new RecordSerde<>(topic, registry, false).deserializer());
  }

  /** Offsets out of range mean that the log was replaced: it is then read again from the start. */
  private Consumer<String, byte[]> consumer(String clientId) {
    Map<String, Object> properties = kafka.liveView(clientId);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    return new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
  }
}
