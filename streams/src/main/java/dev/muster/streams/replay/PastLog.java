package dev.muster.streams.replay;

import dev.muster.runtime.kafka.KafkaProperties;
import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.TopicSpec;
import dev.muster.schemas.Topics;
import dev.muster.streams.ReadinessTopology;
import dev.muster.streams.admit.PatientDeserializer;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Utils;

/**
 * The log up to an instant, as it was when this was opened: committed records, read without a
 * group, so that nothing of it is to be seen at the broker. Of one thread; its methods throw {@link
 * KafkaException} when the broker, and {@link dev.muster.schemas.RegistryUnavailable} when the
 * registry does not answer.
 */
public final class PastLog implements AutoCloseable {
  /** No two ingests are further apart; a later record was received later. */
  private static final Duration SKEW = Duration.ofHours(1);

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int RECORDS = 2_000;

  /** In the order in which records of one instant are read: what is judged by comes first. */
  private static final List<TopicSpec<? extends SpecificRecord>> INPUTS =
      Stream.concat(
              Stream.of(Topics.CATALOG),
              ReadinessTopology.INPUTS.stream().filter(topic -> !topic.equals(Topics.CATALOG)))
          .toList();

  private final Consumer<byte[], byte[]> consumer;
  private final Map<String, PatientDeserializer> values = new HashMap<>();
  private final int partitions;
  private final Instant to;
  private final Map<TopicPartition, Long> begins;
  private final Map<TopicPartition, Long> ends;

  private PastLog(Consumer<byte[], byte[]> consumer, SchemaRegistryClient registry, Instant to) {
    this.consumer = consumer;
    this.to = to;
    INPUTS.forEach(
        topic ->
            values.put(
                topic.name(),
                new PatientDeserializer(
                    new RecordSerde<>(topic, registry, false).deserializer(),
                    PatientDeserializer.Pause.SLEEP)));
    this.partitions = consumer.partitionsFor(Topics.CATALOG.name(), PATIENCE).size();
    List<TopicPartition> all =
        INPUTS.stream()
            .flatMap(topic -> consumer.partitionsFor(topic.name(), PATIENCE).stream())
            .map(found -> new TopicPartition(found.topic(), found.partition()))
            .toList();
    this.begins = consumer.beginningOffsets(all, PATIENCE);
    this.ends = ends(all);
  }

  /**
   * Opens it.
   *
   * @param to what was received then or later is left out
   */
  public static PastLog open(KafkaProperties kafka, SchemaRegistryClient registry, Instant to) {
    Map<String, Object> properties = kafka.liveView("muster-replay");
    int millis = Math.toIntExact(PATIENCE.toMillis());
    properties.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
    properties.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
    properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS);
    Consumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    try {
      return new PastLog(consumer, registry, to);
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  private Map<TopicPartition, Long> ends(Collection<TopicPartition> all) {
    Map<TopicPartition, Long> found = new HashMap<>(consumer.endOffsets(all, PATIENCE));
    first(all, to.plus(SKEW)).forEach((log, first) -> found.merge(log, first.offset(), Math::min));
    return found;
  }

  /** The first record at or after an instant, where there is one. */
  private Map<TopicPartition, OffsetAndTimestamp> first(
      Collection<TopicPartition> all, Instant from) {
    Map<TopicPartition, Long> asked = new HashMap<>();
    all.forEach(log -> asked.put(log, from.toEpochMilli()));
    Map<TopicPartition, OffsetAndTimestamp> found = new HashMap<>();
    consumer
        .offsetsForTimes(asked, PATIENCE)
        .forEach(
            (log, first) -> {
              if (first != null) {
                found.put(log, first);
              }
            });
    return found;
  }

  /** Zero before streams or ingest was ever started. */
  public int partitions() {
    return partitions;
  }

  /** Where what is about a service lies: as Kafka's default partitioner decides. */
  public int partitionOf(String service) {
    byte[] key = service.getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(key)) % partitions;
  }

  /**
   * When the first fact there is was received; what was before is kept no longer, if it ever was.
   */
  public Optional<Instant> earliest(Collection<Integer> of) {
    List<TopicPartition> facts =
        logs(of).stream().filter(log -> !log.topic().equals(Topics.CATALOG.name())).toList();
    return first(facts, Instant.EPOCH).values().stream()
        .map(first -> Instant.ofEpochMilli(first.timestamp()))
        .min(Comparator.naturalOrder());
  }

  /** Topics of which the beginning is kept no longer. */
  public List<String> shortened(Collection<Integer> of) {
    return logs(of).stream()
        .filter(log -> Objects.requireNonNullElse(begins.get(log), 0L) > 0)
        .map(TopicPartition::topic)
        .distinct()
        .toList();
  }

  /** How many records there are to be read. */
  public long records(Collection<Integer> of) {
    return logs(of).stream()
        .mapToLong(log -> Objects.requireNonNull(ends.get(log)) - begins.getOrDefault(log, 0L))
        .filter(count -> count > 0)
        .sum();
  }

  /** What the catalogue said. */
  public Known known() {
    Known.Reading known = new Known.Reading();
    List<TopicPartition> all =
        IntStream.range(0, partitions)
            .mapToObj(partition -> new TopicPartition(Topics.CATALOG.name(), partition))
            .toList();
    merge(all).read(known::take);
    return known.known();
  }

  /** All topics of one partition. */
  Merge partition(int partition) {
    return merge(logs(List.of(partition)));
  }

  private Merge merge(List<TopicPartition> logs) {
    return new Merge(
        consumer,
        logs.stream()
            .map(log -> new Merge.Source(log, Objects.requireNonNull(ends.get(log))))
            .toList(),
        values,
        to);
  }

  private List<TopicPartition> logs(Collection<Integer> of) {
    return of.stream()
        .flatMap(
            partition -> INPUTS.stream().map(topic -> new TopicPartition(topic.name(), partition)))
        .filter(ends::containsKey)
        .toList();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
