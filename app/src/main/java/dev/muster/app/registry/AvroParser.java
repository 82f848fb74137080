package dev.muster.app.registry;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.SchemaProvider;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaVersionFetcher;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads schemas, with those that they refer to. */
final class AvroParser implements SchemaVersionFetcher {

  private final Subjects subjects;
  private final AvroSchemaProvider provider = new AvroSchemaProvider();

  AvroParser(Subjects subjects) {
    this.subjects = subjects;
    provider.configure(Map.of(SchemaProvider.SCHEMA_VERSION_FETCHER_CONFIG, this));
  }

  /**
   * @param isNew whether it is checked more strictly than one that is there already
   * @throws Refusal when it is no Avro schema
   */
  ParsedSchema parse(Schema schema, boolean isNew, boolean normalize) {
    if (!AvroSchema.TYPE.equals(schema.getSchemaType())) {
      throw Refusal.badSchema("this registry keeps AVRO only, not " + schema.getSchemaType());
    }
    try {
      return provider.parseSchemaOrElseThrow(schema, isNew, normalize);
    } catch (RuntimeException e) {
      throw Refusal.badSchema(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public String tenant() {
    return "default";
  }

  @Override
  public @Nullable Schema getByVersion(String subject, int number, boolean hidden) {
    return subjects
        .of(subject, version -> version.number() == number && (hidden || !version.hidden()))
        .stream()
        .findFirst()
        .map(Subjects.Version::entity)
        .orElse(null);
  }
}
