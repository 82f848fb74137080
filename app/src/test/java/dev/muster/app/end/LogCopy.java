package dev.muster.app.end;

import dev.muster.schemas.TopicSpec;
import dev.muster.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The log of one Muster said again to another: the same bytes, headers, partitions and received
 * times, in the order in which they were received; of a fact that was written twice only the first.
 */
final class LogCopy {
  static final List<TopicSpec<?>> FACTS =
      List.of(Topics.SCAN, Topics.BACKUP, Topics.DEPLOY, Topics.SLI, Topics.ALERT);

  private LogCopy() {}

  /**
   * One record and its place among all: never before one that stands before it in its partition.
   */
  private record Placed(long order, ConsumerRecord<String, byte[]> record) {}

  /** How many facts were copied, and how many were left out as repeats. */
  record Copied(int facts, int repeats) {}

  /**
   * First, and awaited: who reads a log while it is copied may read one topic before another, and
   * would count samples of a service that it has not heard of.
   */
  static void catalogue(TopicLog from, TopicLog to) {
    write(to, placed(from.bytes(Topics.CATALOG)));
  }

  static Copied facts(TopicLog from, TopicLog to) {
    List<Placed> all = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int repeats = 0;
    for (TopicSpec<?> topic : FACTS) {
      List<ConsumerRecord<String, byte[]>> facts = new ArrayList<>();
      for (ConsumerRecord<String, byte[]> record : from.bytes(topic)) {
        if (seen.add(identity(record))) {
          facts.add(record);
        } else {
          repeats++;
        }
      }
      all.addAll(placed(facts));
    }
    int facts = all.size();
    all.sort(Comparator.comparingLong(Placed::order));
    write(to, all);
    return new Copied(facts, repeats);
  }

  /** Source and id, as its headers have them. */
  static String identity(ConsumerRecord<String, byte[]> record) {
    return text(record, "ce_source") + ' ' + id(record);
  }

  static String id(ConsumerRecord<String, byte[]> record) {
    return text(record, "ce_id");
  }

  private static String text(ConsumerRecord<String, byte[]> record, String header) {
    Header found = record.headers().lastHeader(header);
    return new String(found.value(), StandardCharsets.UTF_8);
  }

  private static List<Placed> placed(List<ConsumerRecord<String, byte[]>> records) {
    Map<TopicPartition, Long> newest = new HashMap<>();
    List<Placed> placed = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      TopicPartition partition = new TopicPartition(record.topic(), record.partition());
      placed.add(new Placed(newest.merge(partition, record.timestamp(), Math::max), record));
    }
    return placed;
  }

  private static void write(TopicLog to, List<Placed> all) {
    Map<String, Object> properties =
        Map.of("bootstrap.servers", to.kafka(), "enable.idempotence", true, "acks", "all");
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
      for (Placed each : all) {
        ConsumerRecord<String, byte[]> record = each.record();
        var unused =
            producer.send(
                new ProducerRecord<>(
                    record.topic(),
                    record.partition(),
                    record.timestamp(),
                    record.key(),
                    record.value(),
                    record.headers()));
      }
      producer.flush();
    }
  }
}
