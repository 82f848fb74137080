package dev.muster.runtime.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Client properties: defaults, then what the operator passed through, then what correctness needs
 * and nobody may change.
 */
public final class KafkaProperties {
  private static final String DEFAULT_BOOTSTRAP = "127.0.0.1:9092";

  private final Map<String, String> passed;

  /**
   * @param passed from {@code Settings.kafka()}
   */
  public KafkaProperties(Map<String, String> passed) {
    this.passed = Map.copyOf(passed);
  }

  public String bootstrapServers() {
    return passed.getOrDefault(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, DEFAULT_BOOTSTRAP);
  }

  public Map<String, Object> admin(String clientId) {
    return client(clientId);
  }

  /** Acknowledged by all in-sync replicas, idempotent. */
  public Map<String, Object> producer(String clientId) {
    Map<String, Object> properties = client(clientId);
    properties.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    return properties;
  }

  /** As {@link #producer(String)}; gives up on a record in time, on metadata in a quarter of it. */
  public Map<String, Object> producer(String clientId, Duration acknowledged) {
    Map<String, Object> properties = producer(clientId);
    int millis = Math.toIntExact(acknowledged.toMillis());
    properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
    properties.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
    properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis / 4);
    return properties;
  }

  /** Without a group: reads all partitions from the beginning, committed records only. */
  public Map<String, Object> liveView(String clientId) {
    Map<String, Object> properties = client(clientId);
    properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
    properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return properties;
  }

  /** In a group; the reader commits by itself. */
  public Map<String, Object> consumer(String clientId, String group) {
    Map<String, Object> properties = liveView(clientId);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    return properties;
  }

  /** What was passed through and the bootstrap servers, for a client that sets the rest itself. */
  public Map<String, Object> client(String clientId) {
    Map<String, Object> properties = new HashMap<>(passed);
    properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
    properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
    return properties;
  }
}
