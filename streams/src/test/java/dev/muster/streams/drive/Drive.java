package dev.muster.streams.drive;

import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.TopicSpec;
import dev.muster.schemas.Topics;
import dev.muster.schemas.judgement.BurnJudgement;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.schemas.judgement.NoiseJudgement;
import dev.muster.schemas.judgement.RotationJudgement;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.streams.ReadinessTopology;
import dev.muster.streams.StreamsMeters;
import dev.muster.streams.admit.StopOnFault;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology with a wall clock that is moved by hand; live from the start unless told. */
public final class Drive implements AutoCloseable {
  public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  public final SchemaRegistryClient registry;

  private static final String WORDS = "drive-budget-hours-repartition";

  private final TopologyTestDriver driver;
  private final Map<String, TestInputTopic<byte[], byte[]>> inputs = new HashMap<>();
  private final List<Sent> sent = new ArrayList<>();
  private Instant wall;
  private boolean live = true;
  private long nanos;
  private long nanosEachLook;

  /** One record as it was sent. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  public record Sent(
      TopicSpec<?> topic, byte @Nullable [] key, byte @Nullable [] value, Instant received) {}

  public Drive(Instant wall) {
    this(wall, new MockSchemaRegistryClient());
  }

  public Drive(Instant wall, SchemaRegistryClient registry) {
    this.wall = wall;
    this.registry = registry;
    Properties config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "drive");
    config.put(StreamsConfig.STATE_DIR_CONFIG, folder().toString());
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    config.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, StopOnFault.class);
    StreamsMeters counted = new StreamsMeters(meters);
    ReadinessTopology topology =
        new ReadinessTopology(
            registry,
            true,
            new ReadinessTopology.Setup(
                task -> live ? Optional.of(this.wall) : Optional.empty(),
                counted,
                any -> {},
                2,
                () -> nanos += nanosEachLook));
    driver = new TopologyTestDriver(topology.build(), config, wall);
  }

  /** Each drive its own; the driver empties it when it is closed. */
  private static Path folder() {
    try {
      return Files.createTempDirectory("muster-streams-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Drive notLive() {
    live = false;
    return this;
  }

  /** Every look at the clock takes so long. */
  public void isSlow(Duration look) {
    nanosEachLook = look.toNanos();
  }

  public void becomesLive() {
    live = true;
  }

  /** Moves the wall clock, in steps so small that nothing due is met late. */
  public void clock(Instant to) {
    Duration rest = Duration.between(wall, to);
    wall = to;
    driver.advanceWallClockTime(rest);
  }

  public void apply(Standard standard, Instant received) {
    apply(CatalogueEntries.of(standard, received));
  }

  public void apply(Service service, Instant received) {
    apply(CatalogueEntries.of(service, received));
  }

  private void apply(CatalogueEntries each) {
    send(Topics.CATALOG, each.key(), each.entry(), each.entry().getTime());
  }

  /** One record of a log. */
  @SuppressWarnings("unchecked")
  public void tell(Told told) {
    TopicSpec<SpecificRecord> topic = (TopicSpec<SpecificRecord>) told.topic();
    if (told.value() == null) {
      send(topic, bytes(told.key()), null, told.received());
    } else {
      send(topic, told.key(), told.value(), told.received());
    }
  }

  public <T extends SpecificRecord> void send(
      TopicSpec<T> topic, String key, T record, Instant received) {
    send(topic, bytes(key), serde(topic).serializer().serialize(topic.name(), record), received);
  }

  public void send(
      TopicSpec<?> topic, byte @Nullable [] key, byte @Nullable [] value, Instant received) {
    sent.add(new Sent(topic, key, value, received));
    inputs
        .computeIfAbsent(
            topic.name(),
            name ->
                driver.createInputTopic(name, new ByteArraySerializer(), new ByteArraySerializer()))
        .pipeInput(new TestRecord<>(key, value, new RecordHeaders(), received));
  }

  /** All that was sent, in its order: the log. */
  public List<Sent> sent() {
    return List.copyOf(sent);
  }

  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Those spoken since last asked. */
  public List<GateJudgement> gates() {
    return read(Topics.GATE).stream().map(TestRecord::value).toList();
  }

  /** Those of one gate spoken since last asked; forgets all others. */
  public List<GateJudgement> gates(String gate) {
    return gates().stream().filter(each -> each.getGate().equals(gate)).toList();
  }

  /** Those of SLOs spoken since last asked. */
  public List<BurnJudgement> burns() {
    return read(Topics.BURN).stream().map(TestRecord::value).toList();
  }

  /** All judgements spoken since last asked, those of one topic in order. */
  public List<SpecificRecord> judgements() {
    List<SpecificRecord> all = new ArrayList<>();
    Judged.TOPICS.forEach(topic -> read(topic).stream().map(TestRecord::value).forEach(all::add));
    return all;
  }

  /** Those of rules' weeks spoken since last asked. */
  public List<NoiseJudgement> noises() {
    return read(Topics.NOISE).stream().map(TestRecord::value).toList();
  }

  /** Those of rotations' weeks spoken since last asked. */
  public List<RotationJudgement> rotations() {
    return read(Topics.ROTATION).stream().map(TestRecord::value).toList();
  }

  /** Those emitted since last asked; a tombstone has no value. */
  public List<TestRecord<String, Scorecard>> cards() {
    return read(Topics.SCORECARD);
  }

  public List<TestRecord<byte[], byte[]>> letters() {
    return driver
        .createOutputTopic(
            Topics.DEAD_LETTERS.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  private <T extends SpecificRecord> List<TestRecord<String, T>> read(TopicSpec<T> topic) {
    return driver
        .createOutputTopic(topic.name(), new StringDeserializer(), serde(topic).deserializer())
        .readRecordsToList();
  }

  private <T extends SpecificRecord> RecordSerde<T> serde(TopicSpec<T> topic) {
    return new RecordSerde<>(topic, registry, true);
  }

  /** What services told others of their budgets since last asked. */
  public List<TestRecord<byte[], byte[]>> words() {
    return driver
        .createOutputTopic(WORDS, new ByteArrayDeserializer(), new ByteArrayDeserializer())
        .readRecordsToList();
  }

  /** Reads what services of another partition told. */
  public void hear(TestRecord<byte[], byte[]> word) {
    driver
        .createInputTopic(WORDS, new ByteArraySerializer(), new ByteArraySerializer())
        .pipeInput(word);
  }

  /** What all stores hold, to be {@link #restored} into another. */
  public Map<String, List<Row>> state() {
    Map<String, List<Row>> all = new TreeMap<>();
    driver
        .getAllStateStores()
        .keySet()
        .forEach(
            name -> {
              List<Row> rows = new ArrayList<>();
              if (name.endsWith("-window")) {
                var each = driver.<Object, Object>getWindowStore(name).all();
                each.forEachRemaining(
                    row -> rows.add(new Row(row.key.key(), row.value, row.key.window().start())));
                each.close();
              } else {
                var each = driver.<Object, Object>getKeyValueStore(name).all();
                each.forEachRemaining(row -> rows.add(new Row(row.key, row.value, 0)));
                each.close();
              }
              all.put(name, rows);
            });
    return all;
  }

  /** As after a restart: the same state, nothing on the heap. */
  public Drive restored(Map<String, List<Row>> state) {
    state.forEach(
        (name, rows) ->
            rows.forEach(
                row -> {
                  if (name.endsWith("-window")) {
                    driver.getWindowStore(name).put(row.key(), row.value(), row.at());
                  } else {
                    driver.getKeyValueStore(name).put(row.key(), row.value());
                  }
                }));
    return this;
  }

  /** One row of a store; {@code at} of a window's only. */
  public record Row(Object key, Object value, long at) {}

  @Override
  public void close() {
    driver.close();
  }
}
