package dev.muster.app.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.kafka.MusterTest;
import dev.muster.app.kafka.TestKafka;
import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.TopicLayout;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Deploy;
import dev.muster.schemas.fact.DeployOutcome;
import dev.muster.schemas.fact.DeployStrategy;
import dev.muster.schemas.fact.DeployTrigger;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What Muster writes, others read with the tools they have. */
class ReadersTest {

  private static final String TOPIC = Topics.DEPLOY.name();
  private static final Deploy FACT =
      Deploy.newBuilder()
          .setId("d-1")
          .setSource("github/acme")
          .setService("orders")
          .setTime(Instant.parse("2026-11-20T10:00:00Z"))
          .setEnvironment("prod-eu")
          .setStrategy(DeployStrategy.ROLLING)
          .setTrigger(DeployTrigger.PIPELINE)
          .setOutcome(DeployOutcome.SUCCEEDED)
          .setDeploymentId("77")
          .build();

  private static SchemaRegistryClient registry(TestKafka kafka) {
    return new CachedSchemaRegistryClient(kafka.registry().toString(), 100);
  }

  private static void write(TestKafka kafka) throws Exception {
    try (Admin admin = Admin.create(kafka.properties());
        KafkaProducer<String, Deploy> producer =
            new KafkaProducer<>(
                kafka.properties(),
                new StringSerializer(),
                new RecordSerde<>(Topics.DEPLOY, registry(kafka), true).serializer())) {
      if (!Topics.ensure(admin, new TopicLayout(1, 1, 1), List.of(Topics.DEPLOY)).isEmpty()) {
        producer.send(new ProducerRecord<>(TOPIC, "orders", FACT)).get();
      }
    }
  }

  @MusterTest
  void a_consumer_with_the_genuine_client_reads_the_record(TestKafka kafka) throws Exception {
    write(kafka);
    Map<String, Object> properties = new HashMap<>(kafka.properties());
    properties.put("auto.offset.reset", "earliest");

    try (KafkaConsumer<String, Deploy> consumer =
        new KafkaConsumer<>(
            properties,
            new StringDeserializer(),
            new RecordSerde<>(Topics.DEPLOY, registry(kafka), false).deserializer())) {
      consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
      ConsumerRecords<String, Deploy> read = consumer.poll(Duration.ofSeconds(20));

      assertThat(read).singleElement().satisfies(r -> assertThat(r.value()).isEqualTo(FACT));
    }
  }

  @MusterTest
  void kcat_reads_the_record_where_it_is_installed(TestKafka kafka) throws Exception {
    write(kafka);
    Optional<Kcat> kcat = Kcat.here();
    if (kcat.isEmpty()) {
      assertThat(System.getenv("CI")).as("kcat is installed where CI runs").isNull();
      return;
    }

    String read = kcat.get().read(kafka, TOPIC);

    int id = registry(kafka).getLatestSchemaMetadata(TOPIC + "-value").getId();
    if (kcat.get().readsAvro()) {
      assertThat(read)
          .startsWith("orders {")
          .contains("\"source\": \"github/acme\"")
          .contains("\"outcome\": \"SUCCEEDED\"");
    } else {
      assertThat(read).startsWith("orders 0" + id).contains("github/acme");
    }
  }
}
