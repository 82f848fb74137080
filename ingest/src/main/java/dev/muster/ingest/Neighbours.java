package dev.muster.ingest;

import dev.muster.runtime.kafka.KafkaProperties;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;

/**
 * What ingest talks to.
 *
 * @param registerSchemas whether it registers the schemas that the registry lacks
 */
public record Neighbours(
    KafkaProperties kafka, SchemaRegistryClient registry, boolean registerSchemas) {}
