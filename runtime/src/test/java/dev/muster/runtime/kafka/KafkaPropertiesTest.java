package dev.muster.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaPropertiesTest {
  @Test
  void whatIsPassedThroughCannotWeakenWhatCorrectnessNeeds() {
    KafkaProperties kafka =
        new KafkaProperties(
            Map.of(
                "acks", "1",
                "isolation.level", "read_uncommitted",
                "group.id", "mine",
                "linger.ms", "7"));

    assertThat(kafka.producer("p"))
        .containsEntry("acks", "all")
        .containsEntry("enable.idempotence", true)
        .containsEntry("linger.ms", "7");
    assertThat(kafka.liveView("v"))
        .containsEntry("isolation.level", "read_committed")
        .doesNotContainKey("group.id");
  }

  @Test
  void theBrokerIsTheEmbeddedOneUnlessSaid() {
    assertThat(new KafkaProperties(Map.of()).admin("a"))
        .containsEntry("bootstrap.servers", "127.0.0.1:9092");
  }
}
