package dev.muster.bench;

import dev.muster.schemas.EventHeaders;
import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.TopicSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Writes records as ingest does, with their headers. */
final class Letters implements AutoCloseable {
  private static final int WAITING = 10_000;

  private final Machine machine;
  private final KafkaProducer<String, byte[]> producer;
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();
  private final Map<TopicSpec<?>, RecordSerde<?>> serdes = new HashMap<>();
  private final Map<TopicSpec<?>, EventHeaders> headers = new HashMap<>();

  Letters(Machine machine) {
    this.machine = machine;
    this.producer =
        new KafkaProducer<>(
            machine.kafka().producer("bench-load"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  <T extends SpecificRecord> void send(TopicSpec<T> topic, String key, T record, Instant received) {
    send(topic, null, key, record, received);
  }

  @SuppressWarnings("unchecked")
  <T extends SpecificRecord> void send(
      TopicSpec<T> topic, @Nullable Integer partition, String key, T record, Instant received) {
    RecordSerde<T> serde =
        (RecordSerde<T>)
            serdes.computeIfAbsent(
                topic, name -> new RecordSerde<>(topic, machine.registry(), true));
    sent.add(
        producer.send(
            new ProducerRecord<>(
                topic.name(),
                partition,
                received.toEpochMilli(),
                key,
                serde.serializer().serialize(topic.name(), record),
                headers(topic, record, received))));
    if (sent.size() >= WAITING) {
      await();
    }
  }

  private List<Header> headers(TopicSpec<?> topic, SpecificRecord record, Instant time) {
    var id = record.getSchema().getField("id");
    var source = record.getSchema().getField("source");
    return source == null
        ? List.of()
        : headers
            .computeIfAbsent(topic, EventHeaders::new)
            .of((String) record.get(id.pos()), (String) record.get(source.pos()), time);
  }

  /** Returns when the broker has all that was sent. */
  void await() {
    try {
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
      sent.clear();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("the broker has not taken the load", e);
    }
  }

  @Override
  public void close() {
    await();
    producer.close();
  }
}
