package dev.muster.bench;

import dev.muster.core.catalogue.Catalogue;
import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Dataset;
import dev.muster.core.catalogue.Lifecycle;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.StandardUse;
import dev.muster.core.catalogue.yaml.CatalogueCodec;
import dev.muster.core.catalogue.yaml.CatalogueReader;
import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.TopicSpec;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Backup;
import dev.muster.schemas.fact.BackupOperation;
import dev.muster.schemas.fact.BackupOutcome;
import dev.muster.schemas.fact.BackupScope;
import dev.muster.schemas.fact.Deploy;
import dev.muster.schemas.fact.DeployOutcome;
import dev.muster.schemas.fact.DeployTrigger;
import dev.muster.schemas.fact.Proof;
import dev.muster.schemas.fact.Scan;
import dev.muster.schemas.fact.ScanOutcome;
import dev.muster.schemas.fact.VerifiedBy;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.schemas.record.CatalogKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The facts of many services over some days, from one seed: seven scans, two backups, a deploy. */
final class Load {
  static final int SERVICES = 200;

  /** What the facts are of. */
  static final List<TopicSpec<? extends SpecificRecord>> TOPICS =
      List.of(Topics.SCAN, Topics.BACKUP, Topics.DEPLOY);

  private static final String STANDARD = "seven-gates";
  private static final String DATASET = "main-db";
  private static final Duration APART = Duration.ofSeconds(1);

  private final Machine machine;
  private final int facts;
  private final Random random = new Random(7);
  private final Catalogue catalogue = CatalogueReader.builtIn();
  private final Instant begin;
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();
  private final Map<TopicSpec<?>, RecordSerde<?>> serdes = new HashMap<>();

  Load(Machine machine, int facts) {
    this.machine = machine;
    this.facts = facts;
    this.begin = Instant.now().minus(APART.multipliedBy(facts + 1L));
  }

  int facts() {
    return facts;
  }

  /** Returns when the broker has all of it. */
  void write() throws ExecutionException, InterruptedException {
    Map<String, Object> properties = machine.kafka().producer("bench-load");
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(properties, new StringSerializer(), new ByteArraySerializer())) {
      catalogue(producer);
      for (int i = 0; i < facts; i++) {
        fact(producer, i);
      }
      for (Future<RecordMetadata> each : sent) {
        each.get();
      }
    }
  }

  private void catalogue(KafkaProducer<String, byte[]> producer) {
    String checks = CatalogueCodec.writeChecks(List.copyOf(catalogue.checks()));
    Standard standard =
        catalogue.standards().stream()
            .filter(one -> one.id().equals(STANDARD))
            .findFirst()
            .orElseThrow();
    String document = CatalogueCodec.write(standard);
    String hash = CatalogueCodec.hash(document);
    for (int partition = 0; partition < Machine.LAYOUT.partitions(); partition++) {
      CatalogEntry all = entry(CatalogKind.CHECKS, "checks", checks);
      CatalogEntry one = entry(CatalogKind.STANDARD, STANDARD, document);
      send(producer, Topics.CATALOG, partition, "checks:" + all.getHash(), all, begin);
      send(producer, Topics.CATALOG, partition, "standard:" + STANDARD + '@' + hash, one, begin);
    }
    for (int i = 0; i < SERVICES; i++) {
      CatalogEntry entry =
          entry(CatalogKind.SERVICE, name(i), CatalogueCodec.write(service(name(i), hash)));
      send(producer, Topics.CATALOG, null, name(i), entry, begin);
    }
  }

  private CatalogEntry entry(CatalogKind kind, String id, String document) {
    return CatalogEntry.newBuilder()
        .setKind(kind)
        .setId(id)
        .setHash(CatalogueCodec.hash(document))
        .setDocument(document)
        .setAppliedBy("bench")
        .setTime(begin)
        .build();
  }

  private static Service service(String name, String standard) {
    return new Service(
        name,
        null,
        "team",
        null,
        2,
        Set.of(),
        Lifecycle.PRODUCTION,
        null,
        Set.of("public", "data", "calls-out"),
        null,
        List.of(new StandardUse(STANDARD, standard, null, null)),
        Map.of(),
        List.of(),
        null,
        null,
        List.of(new Dataset(DATASET, "postgres", Dataset.DEFAULT_RPO, null, null, null)),
        Map.of(),
        List.of(),
        Set.of(),
        List.of(),
        null);
  }

  private static String name(int service) {
    return "service-" + service;
  }

  private void fact(KafkaProducer<String, byte[]> producer, int number) {
    String service = name(random.nextInt(SERVICES));
    Instant time = begin.plus(APART.multipliedBy(number + 1L));
    switch (number % 10) {
      case 0 -> send(producer, Topics.DEPLOY, null, service, deploy(service, number, time), time);
      case 1, 2 ->
          send(producer, Topics.BACKUP, null, service, backup(service, number, time), time);
      default -> send(producer, Topics.SCAN, null, service, scan(service, number, time), time);
    }
  }

  private Scan scan(String service, int number, Instant time) {
    List<Check> checks = List.copyOf(catalogue.checks());
    Check check = checks.get(random.nextInt(checks.size()));
    Map<String, Double> values = new HashMap<>();
    check.values().keySet().forEach(value -> values.put(value, (double) random.nextInt(2)));
    return Scan.newBuilder()
        .setId("scan-" + number)
        .setSource("bench")
        .setService(service)
        .setTime(time)
        .setCheck(check.id())
        .setTarget("repository")
        .setRef("main")
        .setOutcome(random.nextInt(10) == 0 ? ScanOutcome.FAILED : ScanOutcome.PASSED)
        .setValues(values)
        .setProof(Proof.MACHINE)
        .build();
  }

  private Backup backup(String service, int number, Instant time) {
    return Backup.newBuilder()
        .setId("backup-" + number)
        .setSource("bench")
        .setService(service)
        .setTime(time)
        .setDataset(DATASET)
        .setOperation(random.nextInt(10) == 0 ? BackupOperation.RESTORE : BackupOperation.BACKUP)
        .setOutcome(BackupOutcome.SUCCEEDED)
        .setScope(BackupScope.FULL)
        .setVerifiedBy(VerifiedBy.CHECKSUM)
        .build();
  }

  private static Deploy deploy(String service, int number, Instant time) {
    return Deploy.newBuilder()
        .setId("deploy-" + number)
        .setSource("bench")
        .setService(service)
        .setTime(time)
        .setEnvironment("production")
        .setCommit("commit-" + number)
        .setTrigger(DeployTrigger.PIPELINE)
        .setOutcome(DeployOutcome.SUCCEEDED)
        .setDeploymentId("deployment-" + number)
        .build();
  }

  @SuppressWarnings("unchecked")
  private <T extends SpecificRecord> void send(
      KafkaProducer<String, byte[]> producer,
      TopicSpec<T> topic,
      @Nullable Integer partition,
      String key,
      T record,
      Instant received) {
    RecordSerde<T> serde =
        (RecordSerde<T>)
            serdes.computeIfAbsent(
                topic, name -> new RecordSerde<>(topic, machine.registry(), true));
    byte[] value = serde.serializer().serialize(topic.name(), record);
    sent.add(
        producer.send(
            new ProducerRecord<>(topic.name(), partition, received.toEpochMilli(), key, value)));
  }
}
