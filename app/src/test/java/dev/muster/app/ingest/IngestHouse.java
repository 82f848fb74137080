package dev.muster.app.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.app.kafka.TestKafka;
import dev.muster.core.catalogue.Lifecycle;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.SourceRule;
import dev.muster.core.catalogue.yaml.CatalogueCodec;
import dev.muster.ingest.IngestPart;
import dev.muster.ingest.IngestSettings;
import dev.muster.ingest.Neighbours;
import dev.muster.runtime.auth.Role;
import dev.muster.runtime.auth.Tokens;
import dev.muster.runtime.kafka.KafkaProperties;
import dev.muster.runtime.metrics.Registries;
import dev.muster.runtime.settings.HouseSettings.Ports;
import dev.muster.runtime.settings.Settings;
import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.TopicLayout;
import dev.muster.schemas.TopicSpec;
import dev.muster.schemas.Topics;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.schemas.record.CatalogKind;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Ingest as it is shipped, on a broker and a registry, with a clock that is moved by hand. */
final class IngestHouse implements AutoCloseable {
  /** In the past: a broker refuses what is an hour ahead of its own clock. */
  static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

  static final Duration ACKNOWLEDGED = Duration.ofSeconds(2);
  private static final TopicLayout THREE = new TopicLayout(3, 1, 1);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration GLANCE = Duration.ofMillis(20);

  private final TestKafka kafka;
  private final SchemaRegistryClient registry;
  private final Hand clock = new Hand();
  private final Tokens tokens;
  private final String token;
  private final HttpClient http = HttpClient.newHttpClient();
  private IngestPart ingest;

  /** A clock moved by hand. */
  private static final class Hand extends Clock {
    private volatile Instant now = NOON;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** Returns when facts are taken. */
  IngestHouse(TestKafka kafka, Path folder) throws Exception {
    this.kafka = kafka;
    registry = new CachedSchemaRegistryClient(kafka.registry().toString(), 100);
    tokens = new Tokens(folder.resolve("tokens"), clock, new SecureRandom());
    token =
        tokens
            .issuePerson("Ada", "ada@example.org", "team-a", Set.of(Role.ADMIN), Duration.ofDays(1))
            .text();
    try (Admin admin = Admin.create(kafka.properties())) {
      Topics.ensure(admin, THREE, Topics.ALL);
    }
    ingest = part();
    start();
  }

  private IngestPart part() {
    Settings settings =
        new Settings(
            Map.of(
                "MUSTER_INGEST_PORT", "0", "MUSTER_INGEST_ACKNOWLEDGED", ACKNOWLEDGED.toString()));
    KafkaProperties properties =
        new KafkaProperties(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    return new IngestPart(
        IngestSettings.read(settings, Ports.FIXED),
        new Neighbours(properties, registry, true),
        tokens,
        Registries.prometheus(),
        clock);
  }

  private void start() throws Exception {
    ingest.start();
    until(() -> get("/readyz").statusCode() == 200);
  }

  /** Ends it and begins again with nothing but what Kafka keeps. */
  void restart() throws Exception {
    ingest.close();
    ingest = part();
    start();
  }

  void pass(Duration time) {
    clock.now = clock.now.plus(time);
  }

  static String backup(String id, String service) {
    return """
        {"id":"%s","source":"ci","service":"%s","time":"2026-11-01T11:59:00Z",
         "dataset":"db","operation":"BACKUP","outcome":"SUCCEEDED"}"""
        .formatted(id, service);
  }

  HttpResponse<String> post(String path, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(ingest.uri().resolve(path))
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  /** Status of the answer to one backup. */
  int postBackup(String id, String service) throws Exception {
    return post("/v1/facts/backup", backup(id, service)).statusCode();
  }

  HttpResponse<String> get(String path) throws Exception {
    return http.send(
        HttpRequest.newBuilder(ingest.uri().resolve(path)).build(), BodyHandlers.ofString());
  }

  /** Whether ingest's metrics have this line. */
  boolean shows(String line) throws Exception {
    return get("/metrics").body().lines().anyMatch(line::equals);
  }

  /** Writes a service's entry, with what tools call it; returns when it is acknowledged. */
  void apply(String name, SourceRule... sources) throws Exception {
    String document = CatalogueCodec.write(service(name, List.of(sources)));
    CatalogEntry entry =
        new CatalogEntry(
            CatalogKind.SERVICE, name, CatalogueCodec.hash(document), document, "ada", NOON);
    byte[] value =
        new RecordSerde<>(Topics.CATALOG, registry, true)
            .serializer()
            .serialize(Topics.CATALOG.name(), entry);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            kafka.properties(), new StringSerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(Topics.CATALOG.name(), name, value)).get();
    }
  }

  static Service service(String name, List<SourceRule> sources) {
    return new Service(
        name,
        null,
        "team-a",
        null,
        2,
        Set.of(),
        Lifecycle.PRODUCTION,
        null,
        Set.of(),
        null,
        List.of(),
        Map.of(),
        List.of(),
        null,
        null,
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        sources,
        null);
  }

  /** All that a topic holds of one key now. */
  List<ConsumerRecord<String, byte[]>> read(TopicSpec<?> topic, String key) {
    try (KafkaConsumer<String, byte[]> consumer = consumer(kafka)) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(found::add);
      }
      found.removeIf(record -> !key.equals(record.key()));
      return found;
    }
  }

  static KafkaConsumer<String, byte[]> consumer(TestKafka kafka) {
    return new KafkaConsumer<>(
        new KafkaProperties(Map.of("bootstrap.servers", kafka.bootstrapServers())).liveView("test"),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  static String header(ConsumerRecord<?, ?> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  static void until(Callable<Boolean> holds) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.call()) {
      if (System.nanoTime() > end) {
        throw new TimeoutException("did not come true");
      }
      LockSupport.parkNanos(GLANCE.toNanos());
    }
  }

  @Override
  public void close() {
    ingest.close();
  }
}
