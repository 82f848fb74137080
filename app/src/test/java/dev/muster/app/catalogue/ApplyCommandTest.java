package dev.muster.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.Unreachable;
import dev.muster.app.kafka.MusterTest;
import dev.muster.app.kafka.TestKafka;
import dev.muster.core.catalogue.yaml.CatalogueCodec;
import dev.muster.runtime.kafka.KafkaProperties;
import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.TopicLayout;
import dev.muster.schemas.Topics;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.schemas.record.CatalogKind;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ApplyCommandTest {
  private static final int PARTITIONS = 3;
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-01-21T12:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder = Path.of("");

  @MusterTest
  void theFolderBecomesTheCatalogueAndTheSameFolderChangesNothing(TestKafka kafka)
      throws Exception {
    makeTopic(kafka);
    write("people.yaml", people());
    write("orders.yaml", service("orders", 1));
    write("payments.yaml", service("payments", 2));

    Ended dry = apply(kafka, "--dry-run");
    List<ConsumerRecord<String, CatalogEntry>> afterDry = records(kafka);
    Ended first = apply(kafka);
    List<ConsumerRecord<String, CatalogEntry>> afterFirst = records(kafka);
    Ended again = apply(kafka);
    List<ConsumerRecord<String, CatalogEntry>> afterAgain = records(kafka);

    assertThat(dry.out()).contains("+ service orders", "Nothing was written");
    assertThat(afterDry).isEmpty();
    assertThat(first.code()).isZero();
    assertThat(first.out())
        .contains("+ service payments", "+ standard seven-gates")
        .contains("Applied to Kafka at " + kafka.bootstrapServers() + ": 8 changes.");
    assertThat(partitionsByKey(afterFirst))
        .hasSize(8)
        .allSatisfy(
            (key, partitions) ->
                assertThat(partitions).as(key).hasSize(key.contains(":") ? PARTITIONS : 1));
    assertThat(afterFirst)
        .allSatisfy(
            record ->
                assertThat(CatalogueCodec.hash(record.value().getDocument()))
                    .isEqualTo(record.value().getHash()))
        .filteredOn(record -> record.value().getKind() == CatalogKind.SERVICE)
        .allSatisfy(ApplyCommandTest::standardsStandBefore);
    assertThat(again.out()).contains("Nothing changes.");
    assertThat(afterAgain).hasSameSizeAs(afterFirst);

    // and then: the registry is away, which is not Kafka's fault
    Ended blind =
        run(
            Map.of(
                "MUSTER_KAFKA_BOOTSTRAP_SERVERS",
                kafka.bootstrapServers(),
                "MUSTER_REGISTRY_URL",
                "http://127.0.0.1:1"),
            folder.toString(),
            "--dry-run");

    assertThat(blind.code()).isEqualTo(3);
    assertThat(blind.err())
        .contains("no answer from the registry at http://127.0.0.1:1 (MUSTER_REGISTRY_URL)");

    // and then: one service changes, another one goes
    write("orders.yaml", service("orders", 2));
    Files.delete(folder.resolve("payments.yaml"));
    Ended kept = apply(kafka);
    Ended pruned = apply(kafka, "--prune");
    List<ConsumerRecord<String, CatalogEntry>> last = records(kafka);

    assertThat(kept.out())
        .contains("~ service orders", "    tier: 1 -> 2", "kept: payments; --prune takes them out.")
        .doesNotContain("standard");
    assertThat(pruned.out()).contains("- service payments").doesNotContain("orders");
    assertThat(last)
        .hasSize(afterFirst.size() + 2)
        .filteredOn(record -> record.value() == null)
        .extracting(ConsumerRecord::key)
        .containsExactly("payments");
  }

  @Test
  void aCatalogueWithMistakesIsNotApplied() throws IOException {
    write("orders.yaml", service("orders", 7));

    Ended ended = run(Map.of());

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err())
        .contains("orders.yaml:6:9: spec.tier: expected a tier of 1 (most critical) to 4")
        .contains("2 mistakes in ");
  }

  @Test
  void aFolderThatIsNotThereIsWrongUse() {
    Ended ended = run(Map.of(), folder.resolve("catalog").toString());

    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("need a folder, got ");
  }

  private static void standardsStandBefore(ConsumerRecord<String, CatalogEntry> service) {
    assertThat(service.offset()).as("after checks and five standards").isGreaterThanOrEqualTo(6);
  }

  private static Map<String, Set<Integer>> partitionsByKey(
      List<ConsumerRecord<String, CatalogEntry>> records) {
    return records.stream()
        .collect(
            Collectors.groupingBy(
                ConsumerRecord::key,
                Collectors.mapping(
                    ConsumerRecord::partition, Collectors.toCollection(HashSet::new))));
  }

  private record Ended(int code, String out, String err) {}

  private Ended apply(TestKafka kafka, String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.add(folder.toString());
    return run(
        Map.of(
            "MUSTER_KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers(),
            "MUSTER_REGISTRY_URL", kafka.registry().toString(),
            "MUSTER_REGISTRY_REGISTER", "true"),
        arguments.toArray(String[]::new));
  }

  private Ended run(Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new CommandLine(new ApplyCommand(environment, NOON))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .setExecutionExceptionHandler(
                (thrown, command, parsed) -> {
                  err.write(String.valueOf(thrown));
                  return thrown instanceof Unreachable ? 3 : 99;
                })
            .execute(arguments.length == 0 ? new String[] {folder.toString()} : arguments);
    return new Ended(code, out.toString(), err.toString());
  }

  private static List<ConsumerRecord<String, CatalogEntry>> records(TestKafka kafka) {
    KafkaProperties properties =
        new KafkaProperties(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    RecordSerde<CatalogEntry> serde =
        new RecordSerde<>(
            Topics.CATALOG, new CachedSchemaRegistryClient(kafka.registry().toString(), 10), false);
    List<ConsumerRecord<String, CatalogEntry>> records = new ArrayList<>();
    try (KafkaConsumer<String, CatalogEntry> consumer =
        new KafkaConsumer<>(
            properties.liveView("test"), new StringDeserializer(), serde.deserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.CATALOG.name()).stream()
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = ends(kafka, partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(100)).forEach(records::add);
      }
    }
    return records;
  }

  /** With what is committed and not visible yet: the broker shows it a moment later. */
  private static Map<TopicPartition, Long> ends(TestKafka kafka, List<TopicPartition> partitions) {
    KafkaProperties properties =
        new KafkaProperties(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    Map<String, Object> all = new HashMap<>(properties.liveView("test-ends"));
    all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      return consumer.endOffsets(partitions);
    }
  }

  private static void makeTopic(TestKafka kafka) throws Exception {
    try (Admin admin = Admin.create(kafka.properties())) {
      Topics.ensure(admin, new TopicLayout(PARTITIONS, 1, 1), List.of(Topics.CATALOG));
      while (!admin.listTopics().names().get().contains(Topics.CATALOG.name())) {
        Thread.onSpinWait();
      }
    }
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private static String people() {
    return """
    apiVersion: muster/v1
    kind: Team
    metadata: {name: team-a}
    spec: {zone: UTC}
    """;
  }

  private static String service(String name, int tier) {
    return """
    apiVersion: muster/v1
    kind: Service
    metadata: {name: %s}
    spec:
      owner: team-a
      tier: %d
      standards: [{id: seven-gates}]
    """
        .formatted(name, tier);
  }
}
