package dev.muster.streams.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.muster.runtime.kafka.KafkaProperties;
import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.Settings;
import dev.muster.schemas.TopicLayout;
import dev.muster.streams.StreamsSettings;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateLockTest {
  @TempDir private Path folder;

  @Test
  void aSecondStreamsOnTheFolderIsRefusedBeforeItTouchesAnything() throws IOException {
    // given
    Settings settings =
        new Settings(Map.of("MUSTER_DATA", folder.toString(), "MUSTER_STREAMS_PORT", "0"));
    StreamsSettings read = StreamsSettings.read(settings, HouseSettings.read(settings));
    KafkaProperties nobody = new KafkaProperties(Map.of("bootstrap.servers", "127.0.0.1:9"));
    try (MockSchemaRegistryClient registry = new MockSchemaRegistryClient();
        StateLock first = StateLock.take(read.state())) {
      StreamsPart second =
          new StreamsPart(
              read,
              new Neighbours(nobody, registry, true, new TopicLayout(1, 1, 1), false),
              false,
              new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
              Clock.systemUTC());

      // when
      StartRefused refused = catchThrowableOfType(StartRefused.class, second::start);

      // then
      assertThat(first).isNotNull();
      assertThat(refused).hasMessageContaining(read.state() + " is in use");
      assertThat(refused).hasMessageContaining("MUSTER_DATA");
    }
  }

  @Test
  void whoClosesLetsTheNextOneIn() {
    StateLock.take(folder).close();

    try (StateLock next = StateLock.take(folder)) {
      assertThat(next).isNotNull();
    }
  }
}
