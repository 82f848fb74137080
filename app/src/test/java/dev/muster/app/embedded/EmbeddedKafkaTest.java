package dev.muster.app.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.app.kafka.Records;
import dev.muster.app.kafka.TestKafka;
import dev.muster.runtime.http.PortInUse;
import java.io.BufferedReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker keeps what it acknowledged. */
class EmbeddedKafkaTest {

  private static final URI NO_REGISTRY = URI.create("http://127.0.0.1:1");

  @TempDir Path folder;

  private static Records records(EmbeddedKafka kafka) {
    return new Records(new TestKafka(kafka.bootstrapServers(), NO_REGISTRY));
  }

  private EmbeddedKafka started() {
    EmbeddedKafka kafka = new EmbeddedKafka(folder, Port.any("kafka"));
    kafka.start();
    return kafka;
  }

  @Test
  void records_and_a_groups_place_outlive_a_restart() throws Exception {
    TopicPartition partition = new TopicPartition("facts", 0);
    try (EmbeddedKafka kafka = started()) {
      records(kafka).create("facts");
      records(kafka).send("facts", List.of("one", "two"));
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
        admin
            .alterConsumerGroupOffsets("readers", Map.of(partition, new OffsetAndMetadata(1)))
            .all()
            .get();
      }
    }

    try (EmbeddedKafka kafka = started();
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      assertThat(records(kafka).read("facts", 2)).containsExactly("one", "two");
      assertThat(admin.listConsumerGroupOffsets("readers").partitionsToOffsetAndMetadata().get())
          .hasEntrySatisfying(partition, offset -> assertThat(offset.offset()).isEqualTo(1));
    }
  }

  @Test
  void what_was_acknowledged_outlives_a_kill() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                BrokerThatIsKilled.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int acknowledged;
    try (BufferedReader lines = process.inputReader()) {
      String line = lines.readLine();
      while (line != null && Integer.parseInt(line) < 500) {
        line = lines.readLine();
      }
      acknowledged = Integer.parseInt(String.valueOf(line));
      process.destroyForcibly();
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();

    try (EmbeddedKafka kafka = started()) {
      assertThat(records(kafka).read(BrokerThatIsKilled.TOPIC, acknowledged))
          .startsWith(
              IntStream.rangeClosed(1, acknowledged)
                  .mapToObj(Integer::toString)
                  .toArray(String[]::new));
    }
  }

  @Test
  void a_taken_port_is_named_with_its_setting_or_left_for_the_next() {
    try (EmbeddedKafka kafka = started()) {
      int taken = URI.create("kafka://" + kafka.bootstrapServers()).getPort();
      Path other = folder.resolve("other");

      assertThatThrownBy(
              () ->
                  new EmbeddedKafka(other, new Port("kafka", taken, "MUSTER_KAFKA_PORT", false))
                      .start())
          .isInstanceOf(PortInUse.class)
          .hasMessageContainingAll(Integer.toString(taken), "MUSTER_KAFKA_PORT");
      try (EmbeddedKafka next =
          new EmbeddedKafka(other, new Port("kafka", taken, "MUSTER_KAFKA_PORT", true))) {
        next.start();
        assertThat(next.bootstrapServers()).isNotEqualTo(kafka.bootstrapServers());
      }
    }
  }

  @Test
  void no_topic_is_made_by_a_slip_and_offsets_are_kept_400_days() throws Exception {
    try (EmbeddedKafka kafka = started();
        Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
      ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, "1");
      var config =
          Objects.requireNonNull(admin.describeConfigs(List.of(broker)).all().get().get(broker));

      assertThat(config.get("auto.create.topics.enable").value()).isEqualTo("false");
      assertThat(config.get("offsets.retention.minutes").value())
          .isEqualTo(Integer.toString(400 * 24 * 60));
    }
  }

  @Test
  void two_cannot_have_one_folder() {
    try (FolderLock lock = FolderLock.take(folder)) {
      assertThatThrownBy(() -> FolderLock.take(folder))
          .isInstanceOf(FolderInUse.class)
          .hasMessageContainingAll(
              folder.toString(), Long.toString(ProcessHandle.current().pid()), "MUSTER_DATA");
    }
    FolderLock.take(folder).close();
  }
}
