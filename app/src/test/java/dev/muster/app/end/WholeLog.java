package dev.muster.app.end;

import dev.muster.app.embedded.EmbeddedKafka;
import dev.muster.app.embedded.Port;
import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.TopicLayout;
import dev.muster.schemas.TopicSpec;
import dev.muster.schemas.Topics;
import dev.muster.streams.ReadinessTopology;
import dev.muster.streams.drive.Told;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * A broker that has a whole log before anything reads it, and the {@code muster streams} that does;
 * ended or killed and begun again, it is the same.
 */
final class WholeLog implements AutoCloseable {
  private static final String GROUP = "muster-streams";

  private final Path data;
  private final URI registry;
  private final TopicLayout layout;
  private final EmbeddedKafka kafka;
  private final Admin admin;
  private final Map<TopicSpec<?>, RecordSerde<SpecificRecord>> serdes = new HashMap<>();
  private @Nullable Program program;
  private int starts;

  WholeLog(Path data, URI registry, int partitions) {
    this.data = data;
    this.registry = registry;
    this.layout = new TopicLayout(partitions, 1, 1);
    this.kafka = new EmbeddedKafka(data.resolve("kafka"), Port.any("kafka"));
    kafka.start();
    this.admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    List<String> unused = Topics.ensure(admin, layout, Topics.ALL);
  }

  /**
   * Writes all of it, where ingest and {@code apply} would; how many records that were.
   *
   * @throws ExecutionException one was not written
   */
  long write(List<Told> log, SchemaRegistryClient schemas)
      throws ExecutionException, InterruptedException {
    List<Future<RecordMetadata>> written = new ArrayList<>();
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                kafka.bootstrapServers(),
                "enable.idempotence",
                true,
                "max.in.flight.requests.per.connection",
                1),
            new StringSerializer(),
            new ByteArraySerializer())) {
      for (Told each : log) {
        byte[] value = each.value() == null ? null : bytes(each.topic(), each.value(), schemas);
        int copies = each.isEverywhere() ? layout.partitions() : 1;
        for (int copy = 0; copy < copies; copy++) {
          written.add(
              producer.send(
                  new ProducerRecord<>(
                      each.topic().name(),
                      each.isEverywhere() ? copy : null,
                      each.received().toEpochMilli(),
                      each.key(),
                      value)));
        }
      }
    }
    for (Future<RecordMetadata> each : written) {
      each.get();
    }
    long there = ends().values().stream().mapToLong(ListOffsetsResultInfo::offset).sum();
    if (there != written.size()) {
      throw new IllegalStateException("need " + written.size() + " records, got " + there);
    }
    return there;
  }

  @SuppressWarnings("unchecked")
  private byte[] bytes(
      TopicSpec<? extends SpecificRecord> topic,
      SpecificRecord value,
      SchemaRegistryClient schemas) {
    return serdes
        .computeIfAbsent(
            topic, any -> new RecordSerde<>((TopicSpec<SpecificRecord>) topic, schemas, true))
        .serializer()
        .serialize(topic.name(), value);
  }

  /**
   * Begins to read; does not wait.
   *
   * @param passed client properties, as the environment has them
   */
  void begin(Map<String, String> passed) {
    Map<String, String> settings = new HashMap<>(passed);
    settings.put("MUSTER_DATA", data.toString());
    settings.put("MUSTER_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
    settings.put("MUSTER_REGISTRY_URL", registry.toString());
    settings.put("MUSTER_REGISTRY_REGISTER", "true");
    settings.put("MUSTER_PARTITIONS", Integer.toString(layout.partitions()));
    settings.put("MUSTER_REPLICAS", "1");
    settings.put("MUSTER_STREAMS_PORT", "0");
    Path output = data.resolveSibling(data.getFileName() + "-said-" + starts++ + ".txt");
    program = Program.start(output, settings, List.of("streams"));
  }

  /** What share of the log is committed as read. */
  double share() throws ExecutionException, InterruptedException {
    if (!Objects.requireNonNull(program).process().isAlive()) {
      throw new IllegalStateException("it ended; it said it in " + program.output());
    }
    Map<TopicPartition, ListOffsetsResultInfo> ends = ends();
    long all = ends.values().stream().mapToLong(ListOffsetsResultInfo::offset).sum();
    long read =
        admin
            .listConsumerGroupOffsets(GROUP)
            .partitionsToOffsetAndMetadata()
            .get()
            .entrySet()
            .stream()
            .filter(each -> ends.containsKey(each.getKey()) && each.getValue() != null)
            .collect(Collectors.summingLong(each -> each.getValue().offset()));
    return (double) read / all;
  }

  private Map<TopicPartition, ListOffsetsResultInfo> ends()
      throws ExecutionException, InterruptedException {
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (TopicSpec<?> topic : ReadinessTopology.INPUTS) {
      for (int partition = 0; partition < layout.partitions(); partition++) {
        asked.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    return admin.listOffsets(asked).all().get();
  }

  void killNine() {
    Objects.requireNonNull(program).killNine();
  }

  /** As an operator ends it. */
  void end() {
    Program running = program;
    program = null;
    if (running != null) {
      running.close();
    }
  }

  TopicLog log() {
    return new TopicLog(kafka.bootstrapServers(), registry.toString());
  }

  @Override
  public void close() {
    end();
    admin.close();
    kafka.close();
  }
}
