package dev.muster.streams.run;

import dev.muster.runtime.kafka.KafkaProperties;
import dev.muster.schemas.TopicLayout;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;

/**
 * Kafka and the schema registry.
 *
 * @param registerSchemas whether it registers the schemas that the registry lacks
 * @param distributed whether other programs of the same kind run elsewhere: keeps a standby of each
 *     task
 */
public record Neighbours(
    KafkaProperties kafka,
    SchemaRegistryClient registry,
    boolean registerSchemas,
    TopicLayout layout,
    boolean distributed) {}
