package dev.muster.streams.run;

import dev.muster.runtime.kafka.KafkaProperties;
import dev.muster.schemas.TopicLayout;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;

/**
 * Kafka and the schema registry.
 *
 * @param distributed whether other programs of the same kind run elsewhere: keeps a standby of each
 *     task, and leaves registering schemas to the roll-out
 */
public record Neighbours(
    KafkaProperties kafka,
    SchemaRegistryClient registry,
    TopicLayout layout,
    boolean distributed) {}
