package dev.muster.app.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Texts in and out of a topic of one partition. */
public final class Records {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final TestKafka kafka;

  public Records(TestKafka kafka) {
    this.kafka = kafka;
  }

  public void create(String topic) {
    try (Admin admin = Admin.create(kafka.properties())) {
      await(admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all());
    }
  }

  /** Returns when all are acknowledged. */
  public void send(String topic, List<String> values) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(kafka.properties(), new StringSerializer(), new StringSerializer())) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      values.forEach(value -> sent.add(producer.send(new ProducerRecord<>(topic, "key", value))));
      sent.forEach(Records::await);
    }
  }

  /** From the beginning, until at least so many are read. */
  public List<String> read(String topic, int atLeast) {
    Map<String, Object> properties = new HashMap<>(kafka.properties());
    properties.put("auto.offset.reset", "earliest");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(new TopicPartition(topic, 0)));
      List<String> read = new ArrayList<>();
      Instant end = Instant.now().plus(PATIENCE);
      while (read.size() < atLeast && Instant.now().isBefore(end)) {
        for (ConsumerRecord<String, String> one : consumer.poll(Duration.ofMillis(200))) {
          read.add(one.value());
        }
      }
      return read;
    }
  }

  private static void await(Future<?> future) {
    try {
      future.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
