package dev.muster.schemas;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Brings our schemas to a registry. Each call throws {@link RegistryUnavailable} when there is no
 * answer and {@link SchemaRefused} when the answer is no.
 */
public record SchemaRollOut(SchemaRegistryClient registry) {
  /** A new schema reads all that was ever written. */
  public static final String LEVEL = "BACKWARD_TRANSITIVE";

  /** A call of the registry. */
  private interface Call<T> {
    T make() throws IOException, RestClientException;
  }

  /** All topics whose values have a schema. */
  public static List<TopicSpec<?>> topics() {
    return Topics.ALL.stream()
        .filter(topic -> SpecificRecord.class.isAssignableFrom(topic.record()))
        .toList();
  }

  /** Whether the registry knows our schema of this topic. */
  public boolean has(TopicSpec<?> topic) {
    return ask(
        topic,
        () -> {
          try {
            return registry.getId(topic.subject(), schema(topic)) >= 0;
          } catch (RestClientException e) {
            if (RegistryAnswer.isUnknownSchema(e)) {
              return false;
            }
            throw e;
          }
        });
  }

  /** Registers our schema of this topic; once more does nothing. */
  public void register(TopicSpec<?> topic) {
    ask(topic, () -> registry.register(topic.subject(), schema(topic)));
  }

  /** Has the registry compare what is registered from now on by {@link #LEVEL}. */
  public void guard(TopicSpec<?> topic) {
    ask(topic, () -> registry.updateCompatibility(topic.subject(), LEVEL));
  }

  private static AvroSchema schema(TopicSpec<?> topic) {
    Schema schema = SpecificData.getForClass(topic.record()).getSchema(topic.record());
    return new AvroSchema(schema);
  }

  private static <T> T ask(TopicSpec<?> topic, Call<T> call) {
    try {
      return call.make();
    } catch (RestClientException e) {
      if (RegistryAnswer.isRefusal(e)) {
        throw new SchemaRefused(topic.subject(), String.valueOf(e.getMessage()));
      }
      throw new RegistryUnavailable(topic.subject(), e);
    } catch (IOException e) {
      throw new RegistryUnavailable(topic.subject(), e);
    }
  }
}
