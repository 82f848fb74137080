package dev.muster.app.kafka;

import java.net.URI;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/** A broker and a registry that run, both empty when the test class begins. */
public record TestKafka(String bootstrapServers, URI registry) {

  /** For clients. */
  public Map<String, Object> properties() {
    return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
  }
}
