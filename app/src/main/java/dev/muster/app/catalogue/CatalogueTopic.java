package dev.muster.app.catalogue;

import dev.muster.app.Unreachable;
import dev.muster.runtime.kafka.KafkaProperties;
import dev.muster.schemas.EventHeaders;
import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.RegistryUnavailable;
import dev.muster.schemas.Topics;
import dev.muster.schemas.record.CatalogEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The catalogue's topic, read to its end and written in one transaction. */
final class CatalogueTopic {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(200);

  /** One name for all: who begins later shuts out who began before. */
  private static final String TRANSACTIONS = "muster-apply";

  private final KafkaProperties kafka;
  private final String named;
  private final RecordSerde<CatalogEntry> serde;
  private final EventHeaders headers = new EventHeaders(Topics.CATALOG);

  /**
   * @param named Kafka's address, and who says so
   */
  CatalogueTopic(KafkaProperties kafka, String named, RecordSerde<CatalogEntry> serde) {
    this.kafka = kafka;
    this.named = named;
    this.serde = serde;
  }

  /** Works with what was applied, while nobody else can apply. */
  interface Work {
    /** What to write; none at all ends it without a trace. */
    List<Change> changes(Applied applied);
  }

  /** Who applies, and when. */
  record By(String name, Instant now) {}

  /** What was applied so far. */
  Applied read() {
    try (Consumer<String, CatalogEntry> consumer =
        new KafkaConsumer<>(
            impatient(kafka.liveView("muster-apply-view")),
            new StringDeserializer(),
            serde.deserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.CATALOG.name(), PATIENCE).stream()
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      if (partitions.isEmpty()) {
        throw noTopic();
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
      Applied applied = new Applied();
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<String, CatalogEntry> record : consumer.poll(POLL)) {
          take(applied, record.key(), record.value());
        }
      }
      return applied;
    } catch (KafkaException e) {
      throw away(e);
    }
  }

  /** Reads, asks what to write, and writes it: all of it or nothing. */
  List<Change> write(By by, Work work) {
    Map<String, Object> properties = impatient(kafka.producer("muster-apply"));
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, TRANSACTIONS);
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
    try (Producer<String, byte[]> producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
      producer.initTransactions();
      List<Change> changes = work.changes(read());
      if (!changes.isEmpty()) {
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        int partitions = producer.partitionsFor(Topics.CATALOG.name()).size();
        changes.forEach(
            change -> records(change, by, partitions).forEach(one -> sent.add(producer.send(one))));
        for (Future<RecordMetadata> one : sent) {
          one.get();
        }
        producer.commitTransaction();
      }
      return changes;
    } catch (ProducerFencedException | InvalidProducerEpochException e) {
      throw new Unreachable(
          "another 'muster apply' began meanwhile; nothing was applied, run it again");
    } catch (ExecutionException e) {
      throw away(e.getCause() instanceof Exception cause ? cause : e);
    } catch (KafkaException e) {
      throw away(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted; nothing was applied, run it again");
    }
  }

  private List<ProducerRecord<String, byte[]>> records(Change change, By by, int partitions) {
    if (change instanceof Change.Removed removed) {
      return List.of(record(null, removed.service(), null, by));
    } else if (change instanceof Change.Added added) {
      return records(added.entry(), by, partitions);
    } else if (change instanceof Change.Changed changed) {
      return records(changed.after(), by, partitions);
    }
    return records(((Change.JudgedAgain) change).entry(), by, partitions);
  }

  private List<ProducerRecord<String, byte[]>> records(Entry entry, By by, int partitions) {
    byte[] value =
        serde
            .serializer()
            .serialize(
                Topics.CATALOG.name(),
                CatalogEntry.newBuilder()
                    .setKind(entry.kind())
                    .setId(entry.id())
                    .setHash(entry.hash())
                    .setDocument(entry.document())
                    .setAppliedBy(by.name())
                    .setTime(by.now())
                    .build());
    if (!entry.everywhere()) {
      return List.of(record(null, entry.key(), value, by));
    }
    List<ProducerRecord<String, byte[]>> copies = new ArrayList<>();
    for (int partition = 0; partition < partitions; partition++) {
      copies.add(record(partition, entry.key(), value, by));
    }
    return copies;
  }

  private ProducerRecord<String, byte[]> record(
      @Nullable Integer partition, String key, byte @Nullable [] value, By by) {
    return new ProducerRecord<>(
        Topics.CATALOG.name(),
        partition,
        by.now().toEpochMilli(),
        key,
        value,
        headers.of(key + '/' + by.now().toEpochMilli(), "muster-apply/" + by.name(), by.now()));
  }

  private static void take(Applied applied, String key, @Nullable CatalogEntry entry) {
    if (entry == null) {
      applied.remove(key);
    } else {
      applied.put(Entry.of(entry));
    }
  }

  private static Map<String, Object> impatient(Map<String, Object> properties) {
    Map<String, Object> impatient = new HashMap<>(properties);
    int millis = Math.toIntExact(PATIENCE.toMillis());
    impatient.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
    impatient.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
    impatient.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
    return impatient;
  }

  private static Unreachable noTopic() {
    return new Unreachable(
        "topic "
            + Topics.CATALOG
            + " is not there yet; start Muster once ('muster up'), then apply");
  }

  /** Throws what the registry is to blame for. */
  private Unreachable away(Exception e) {
    // What cannot be written or read for want of a schema is not Kafka's fault.
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof RegistryUnavailable registry) {
        throw registry;
      }
    }
    String where = "Kafka at " + named;
    return new Unreachable(
        (e instanceof TimeoutException
                ? "no answer from " + where
                : where + " did not take it: " + e.getClass().getSimpleName())
            + "; nothing was applied");
  }
}
