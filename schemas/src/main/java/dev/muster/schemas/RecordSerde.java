package dev.muster.schemas;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * One topic's records in Confluent's wire format: a zero byte, the schema's id (four bytes, big
 * endian), Avro binary. Safe for many threads; making one asks the registry nothing.
 */
public final class RecordSerde<T extends SpecificRecord> implements Serde<T> {
  private final RecordSerializer<T> serializer;
  private final RecordDeserializer<T> deserializer;

  /**
   * Of one topic.
   *
   * @param registerSchemas whether the first record written registers its schema; else it must be
   *     registered already
   */
  public RecordSerde(TopicSpec<T> topic, SchemaRegistryClient registry, boolean registerSchemas) {
    serializer = new RecordSerializer<>(topic, registry, registerSchemas);
    deserializer = new RecordDeserializer<>(topic, registry);
  }

  @Override
  public Serializer<T> serializer() {
    return serializer;
  }

  @Override
  public Deserializer<T> deserializer() {
    return deserializer;
  }
}
