package dev.muster.app.end;

import dev.muster.app.catalogue.ApplyCommand;
import dev.muster.app.embedded.EmbeddedKafka;
import dev.muster.app.embedded.Port;
import dev.muster.app.registry.RegistryServer;
import dev.muster.runtime.http.ListenSettings;
import dev.muster.runtime.kafka.KafkaProperties;
import dev.muster.runtime.metrics.Registries;
import dev.muster.runtime.part.Health;
import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.HouseSettings.Ports;
import dev.muster.runtime.settings.Settings;
import dev.muster.schemas.EventHeaders;
import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.TopicLayout;
import dev.muster.schemas.TopicSpec;
import dev.muster.schemas.Topics;
import dev.muster.streams.StreamsSettings;
import dev.muster.streams.run.Neighbours;
import dev.muster.streams.run.StreamsPart;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * A broker, a registry and streams in this JVM, with a clock that tests move: time that lies back.
 */
final class MovedStreams implements AutoCloseable {
  private static final TopicLayout LAYOUT = new TopicLayout(2, 1, 1);

  private final Path data;
  private final EmbeddedKafka kafka;
  private final RegistryServer registry;
  private final Map<TopicSpec<?>, RecordSerde<?>> serdes = new HashMap<>();
  private final KafkaProducer<String, byte[]> producer;
  private volatile Instant now;
  private @Nullable StreamsPart streams;

  MovedStreams(Path data, Instant start) {
    this.data = data;
    this.now = start;
    this.kafka = new EmbeddedKafka(data.resolve("kafka"), Port.any("kafka"));
    this.registry =
        new RegistryServer(
            data.resolve("registry"),
            ListenSettings.of("REGISTRY", 0).read(new Settings(Map.of()), Ports.FIXED));
    kafka.start();
    registry.start();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      List<String> unused = Topics.ensure(admin, LAYOUT, Topics.ALL);
    }
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers(), "enable.idempotence", true),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Received when the clock says. */
  void apply(Path catalogue) {
    int code =
        new CommandLine(new ApplyCommand(environment(), clock())).execute(catalogue.toString());
    if (code != 0) {
      throw new AssertionError("apply ended with " + code);
    }
  }

  /** As ingest writes it. */
  <T extends SpecificRecord> void append(TopicSpec<T> topic, Given<T> fact) {
    RecordSerde<T> serde = serde(topic);
    T value = fact.value();
    var unused =
        producer.send(
            new ProducerRecord<>(
                topic.name(),
                null,
                fact.received().toEpochMilli(),
                fact.service(),
                serde.serializer().serialize(topic.name(), value),
                new EventHeaders(topic).of(fact.id(), "end/1", fact.received())));
    producer.flush();
  }

  /** A fact and when it was received. */
  record Given<T>(String service, String id, Instant received, T value) {}

  @SuppressWarnings("unchecked")
  private <T extends SpecificRecord> RecordSerde<T> serde(TopicSpec<T> topic) {
    return (RecordSerde<T>)
        serdes.computeIfAbsent(topic, any -> new RecordSerde<>(topic, client(), true));
  }

  private CachedSchemaRegistryClient client() {
    return new CachedSchemaRegistryClient(registry.uri().toString(), 100);
  }

  void begin(boolean rebuild) {
    Settings settings =
        new Settings(Map.of("MUSTER_DATA", data.toString(), "MUSTER_STREAMS_PORT", "0"));
    streams =
        new StreamsPart(
            StreamsSettings.read(settings, HouseSettings.read(settings)),
            new Neighbours(
                new KafkaProperties(Map.of("bootstrap.servers", kafka.bootstrapServers())),
                client(),
                true,
                LAYOUT,
                false),
            rebuild,
            Registries.prometheus(),
            clock());
    streams.start();
    Until.so("live", Until.SOON.multipliedBy(2), () -> check() instanceof Health.Up);
  }

  /** Returns when all that was appended has been judged. */
  void untilRead() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      Until.so("all is read", Until.SOON, () -> isRead(admin));
    }
  }

  private boolean isRead(Admin admin) throws Exception {
    Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
    for (var group : admin.listGroups().all().get()) {
      committed.putAll(
          admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata().get());
    }
    Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
    for (TopicSpec<?> topic : List.of(Topics.SCAN, Topics.BACKUP, Topics.SLI)) {
      for (int partition = 0; partition < LAYOUT.partitions(); partition++) {
        asked.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
      }
    }
    return admin.listOffsets(asked).all().get().entrySet().stream()
        .allMatch(
            end ->
                end.getValue().offset() == 0
                    || (committed.containsKey(end.getKey())
                        && committed.get(end.getKey()).offset() >= end.getValue().offset()));
  }

  private Health check() {
    return streams == null ? Health.up() : streams.check();
  }

  void end() {
    if (streams != null) {
      streams.close();
      streams = null;
    }
  }

  void moveTo(Instant to) {
    now = to;
  }

  TopicLog log() {
    return new TopicLog(kafka.bootstrapServers(), registry.uri().toString());
  }

  /** For commands that ask it. */
  Map<String, String> environment() {
    return Map.of(
        "MUSTER_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
        "MUSTER_REGISTRY_URL", registry.uri().toString(),
        "MUSTER_REGISTRY_REGISTER", "true");
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  @Override
  public void close() {
    end();
    producer.close();
    registry.close();
    kafka.close();
  }
}
