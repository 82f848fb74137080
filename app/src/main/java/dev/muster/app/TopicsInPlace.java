package dev.muster.app;

import dev.muster.runtime.kafka.KafkaProperties;
import dev.muster.schemas.Program;
import dev.muster.schemas.TopicLayout;
import dev.muster.schemas.TopicSpec;
import dev.muster.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** Makes the topics of some programs, or looks whether they are as they must be. */
record TopicsInPlace(KafkaProperties kafka, TopicLayout layout) {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /**
   * Returns when all are there.
   *
   * @throws Unreachable when Kafka does not answer
   */
  void ensure(Set<Program> programs) {
    Set<TopicSpec<?>> topics = new LinkedHashSet<>();
    programs.forEach(program -> topics.addAll(Topics.of(program)));
    Map<String, Object> properties = new HashMap<>(kafka.admin("muster-topics"));
    properties.put(
        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis()));
    properties.put(
        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(PATIENCE.toMillis() / 2));
    try (Admin admin = Admin.create(properties)) {
      Topics.ensure(admin, layout, topics);
    } catch (KafkaException e) {
      throw new Unreachable(
          "no answer from Kafka at %s (MUSTER_KAFKA_BOOTSTRAP_SERVERS): %s"
              .formatted(kafka.bootstrapServers(), e.getClass().getSimpleName()));
    }
  }
}
