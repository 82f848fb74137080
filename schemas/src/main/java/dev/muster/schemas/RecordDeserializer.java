package dev.muster.schemas;

import dev.muster.schemas.UnreadableRecord.Fault;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads one topic's records; see {@link RecordSerde} for the bytes. */
public final class RecordDeserializer<T extends SpecificRecord> implements Deserializer<T> {
  private static final int HEAD = 1 + Integer.BYTES;

  private final SchemaRegistryClient registry;
  private final SpecificData model;
  private final Schema schema;
  private final Wire<T> wire;
  private final ThreadLocal<Reading<T>> readings = ThreadLocal.withInitial(Reading::new);

  RecordDeserializer(TopicSpec<T> topic, SchemaRegistryClient registry) {
    this.registry = registry;
    this.wire = topic.wire();
    this.model = SpecificData.getForClass(topic.record());
    this.schema = model.getSchema(topic.record());
    // Fails here if Avro may not make the class; else each record would look like garbage.
    model.getClass(schema);
  }

  /**
   * Reads one record, whoever wrote it by whichever schema of it.
   *
   * @return null for null, a tombstone
   * @throws UnreadableRecord when the bytes are at fault
   * @throws RegistryUnavailable when their schema could not be asked for
   */
  @Override
  public @Nullable T deserialize(String topic, byte @Nullable [] data) {
    if (data == null) {
      return null;
    }
    if (data.length < HEAD) {
      throw new UnreadableRecord(Fault.TOO_SHORT, data.length + " bytes, need " + HEAD);
    }
    if (data[0] != RecordSerializer.MAGIC) {
      throw new UnreadableRecord(Fault.WRONG_MAGIC, "need a zero byte first");
    }
    Reading<T> reading = readings.get();
    int id = ByteBuffer.wrap(data).getInt(1);
    DatumReader<T> reader = reading.readers.get(id);
    if (reader == null) {
      reader = new SpecificDatumReader<>(writtenBy(id), schema, model);
      reading.readers.put(id, reader);
    }
    return reading.read(reader, wire, data);
  }

  private Schema writtenBy(int id) {
    try {
      ParsedSchema parsed = registry.getSchemaById(id);
      if (!(parsed instanceof AvroSchema avro)) {
        throw new UnreadableRecord(
            Fault.UNKNOWN_SCHEMA, "id " + id + " is " + parsed.schemaType() + ", need Avro");
      }
      Schema written = avro.rawSchema();
      if (!schema.getFullName().equals(written.getFullName())) {
        throw new UnreadableRecord(
            Fault.OTHER_RECORD, "need " + schema.getFullName() + ", got " + written.getFullName());
      }
      return written;
    } catch (RestClientException e) {
      if (RegistryAnswer.isUnknownSchema(e)) {
        throw new UnreadableRecord(Fault.UNKNOWN_SCHEMA, "id " + id);
      }
      throw new RegistryUnavailable("id " + id, e);
    } catch (IOException e) {
      throw new RegistryUnavailable("id " + id, e);
    }
  }

  /** What one thread reads with. */
  private static final class Reading<T> {
    /** By the id of the schema written by; each resolves it to ours once. */
    private final Map<Integer, DatumReader<T>> readers = new HashMap<>();

    private @Nullable BinaryDecoder decoder;

    T read(DatumReader<T> reader, Wire<T> wire, byte[] data) {
      decoder = DecoderFactory.get().binaryDecoder(data, HEAD, data.length - HEAD, decoder);
      T record;
      boolean whole;
      try {
        record = wire.read().apply(reader.read(null, decoder));
        whole = decoder.isEnd();
      } catch (IOException | RuntimeException e) {
        // Avro meets garbage with many exceptions, and some name what they read.
        throw new UnreadableRecord(Fault.GARBAGE, e.getClass().getSimpleName());
      }
      if (!whole) {
        throw new UnreadableRecord(Fault.GARBAGE, "bytes follow the record");
      }
      return record;
    }
  }
}
