package dev.muster.app.streams;

import dev.muster.app.kafka.TestKafka;
import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.Lifecycle;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.Each;
import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.catalogue.Requirement.Freshness;
import dev.muster.core.catalogue.Requirement.MatchField;
import dev.muster.core.catalogue.Requirement.Scope;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.StandardUse;
import dev.muster.core.catalogue.yaml.CatalogueCodec;
import dev.muster.core.slo.Slo;
import dev.muster.runtime.kafka.KafkaProperties;
import dev.muster.runtime.part.Health;
import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.Settings;
import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.TopicLayout;
import dev.muster.schemas.TopicSpec;
import dev.muster.schemas.Topics;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.schemas.record.CatalogKind;
import dev.muster.streams.StreamsSettings;
import dev.muster.streams.run.Neighbours;
import dev.muster.streams.run.StreamsPart;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Streams on a broker, with what feeds and reads it. */
final class StreamsWorld implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int PARTITIONS = 2;
  private static final Standard BAR =
      new Standard(
          "bar",
          "The bar",
          List.of("all"),
          false,
          List.of(
              new Gate(
                  "scanned",
                  null,
                  null,
                  Set.of(),
                  true,
                  "risk",
                  "remedy",
                  "a day",
                  List.of(
                      new Requirement.Entry(
                          EvidenceType.SCAN,
                          Map.of(MatchField.CHECK, Set.of("secret-scan")),
                          null,
                          new Freshness.Newest(Duration.ofDays(9)),
                          Scope.SERVICE,
                          true,
                          Each.TARGET,
                          null,
                          Set.of())))));

  private final KafkaProperties kafka;
  private final CachedSchemaRegistryClient registry;
  private final Settings settings;
  private final KafkaProducer<String, byte[]> producer;
  private @Nullable StreamsPart part;

  StreamsWorld(TestKafka broker, Path folder) {
    kafka = new KafkaProperties(Map.of("bootstrap.servers", broker.bootstrapServers()));
    registry =
        new CachedSchemaRegistryClient(
            List.of(broker.registry().toString()),
            100,
            List.of(new AvroSchemaProvider()),
            Map.of());
    settings = new Settings(Map.of("MUSTER_DATA", folder.toString(), "MUSTER_STREAMS_PORT", "0"));
    producer =
        new KafkaProducer<>(
            kafka.producer("test"), new StringSerializer(), new ByteArraySerializer());
  }

  /** For a sink beside it. */
  dev.muster.sink.Neighbours forSink() {
    return new dev.muster.sink.Neighbours(kafka, registry, true);
  }

  void begin(boolean rebuild) {
    part =
        new StreamsPart(
            StreamsSettings.read(settings, HouseSettings.read(settings)),
            new Neighbours(kafka, registry, true, new TopicLayout(PARTITIONS, 1, 1), false),
            rebuild,
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
            Clock.systemUTC());
    part.start();
  }

  /** Begins, and waits until it is live. */
  void start(boolean rebuild) {
    begin(rebuild);
    await("streams to be live", () -> health() instanceof Health.Up);
  }

  Health health() {
    return part == null ? new Health.Down("not begun") : part.check();
  }

  void stop() {
    if (part != null) {
      part.close();
    }
  }

  void apply(String service, Instant received) throws Exception {
    apply(service(service), received);
  }

  void apply(Service service, Instant received) throws Exception {
    String standard = CatalogueCodec.write(BAR);
    String hash = CatalogueCodec.hash(standard);
    for (int partition = 0; partition < PARTITIONS; partition++) {
      CatalogEntry entry = entry(CatalogKind.STANDARD, "bar", standard, received);
      producer
          .send(
              new ProducerRecord<>(
                  Topics.CATALOG.name(),
                  partition,
                  received.toEpochMilli(),
                  "standard:bar@" + hash,
                  bytes(Topics.CATALOG, entry)))
          .get();
    }
    String document = CatalogueCodec.write(service);
    String name = service.name();
    send(Topics.CATALOG, name, entry(CatalogKind.SERVICE, name, document, received), received);
  }

  private static Service service(String name) {
    return service(name, List.of(), List.of());
  }

  /** That promises something, whose alerts others confirm. */
  static Service service(String name, List<Slo> slos, List<String> confirmedBy) {
    String hash = CatalogueCodec.hash(CatalogueCodec.write(BAR));
    return new Service(
        name,
        null,
        "team-checkout",
        null,
        1,
        Set.of(),
        Lifecycle.PRODUCTION,
        null,
        Set.of(),
        null,
        List.of(new StandardUse("bar", hash, null, null)),
        Map.of(),
        List.of(),
        null,
        null,
        List.of(),
        Map.of(),
        confirmedBy,
        slos,
        List.of(),
        null);
  }

  private static CatalogEntry entry(CatalogKind kind, String id, String document, Instant at) {
    return new CatalogEntry(kind, id, CatalogueCodec.hash(document), document, "test", at);
  }

  <T extends SpecificRecord> void send(TopicSpec<T> topic, String key, T record, Instant received)
      throws Exception {
    producer
        .send(
            new ProducerRecord<>(
                topic.name(), null, received.toEpochMilli(), key, bytes(topic, record)))
        .get();
  }

  private <T extends SpecificRecord> byte[] bytes(TopicSpec<T> topic, T record) {
    return new RecordSerde<>(topic, registry, true).serializer().serialize(topic.name(), record);
  }

  /** All committed records of a topic, once there are so many. */
  <T extends SpecificRecord> List<T> await(TopicSpec<T> topic, int count) {
    List<T> all = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer = reader(topic)) {
      await(
          count + " records of " + topic,
          () -> {
            consumer
                .poll(Duration.ofMillis(100))
                .forEach(
                    read ->
                        all.add(
                            new RecordSerde<>(topic, registry, true)
                                .deserializer()
                                .deserialize(topic.name(), read.value())));
            return all.size() >= count;
          });
    }
    return all;
  }

  /** The judgements of a service, once there are so many. */
  List<GateJudgement> awaitOf(String service, int count) {
    List<GateJudgement> of = new ArrayList<>();
    await(
        count + " judgements of " + service,
        () -> {
          of.clear();
          await(Topics.GATE, 1).stream()
              .filter(each -> each.getService().equals(service))
              .forEach(of::add);
          return of.size() >= count;
        });
    return of;
  }

  String newestGroup(Admin admin) throws Exception {
    return admin.listGroups().all().get().stream()
        .map(group -> group.groupId())
        .filter(group -> group.startsWith("muster-streams"))
        .max(String::compareTo)
        .orElseThrow();
  }

  /** As the broker does by itself with a group that was away for too long. */
  void forget(Admin admin, String group) {
    await(
        group + " to be empty and forgotten",
        () -> {
          try {
            admin.deleteConsumerGroups(List.of(group)).all().get();
            return true;
          } catch (Exception e) {
            return false;
          }
        });
  }

  void awaitGone(Admin admin, Set<String> topics) {
    await(
        topics + " to be gone",
        () -> {
          try {
            return admin.listTopics().names().get().stream().noneMatch(topics::contains);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  private KafkaConsumer<String, byte[]> reader(TopicSpec<?> topic) {
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            kafka.liveView("test-reader"), new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        List.of(new TopicPartition(topic.name(), 0), new TopicPartition(topic.name(), 1));
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }

  static void await(String what, BooleanSupplier happened) {
    Instant until = Instant.now().plus(PATIENCE);
    while (!happened.getAsBoolean()) {
      if (Instant.now().isAfter(until)) {
        throw new AssertionError("waited in vain for " + what);
      }
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() {
    stop();
    producer.close();
  }
}
