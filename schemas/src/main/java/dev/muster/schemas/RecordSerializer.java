package dev.muster.schemas;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes one topic's records; see {@link RecordSerde} for the bytes. */
public final class RecordSerializer<T extends SpecificRecord> implements Serializer<T> {
  static final byte MAGIC = 0;
  private static final int UNKNOWN = -1;

  private final String subject;
  private final SchemaRegistryClient registry;
  private final boolean register;
  private final Wire<T> wire;
  private final Schema schema;
  private final DatumWriter<T> writer;
  private final ThreadLocal<Buffer> buffers = ThreadLocal.withInitial(Buffer::new);
  private volatile int id = UNKNOWN;

  RecordSerializer(TopicSpec<T> topic, SchemaRegistryClient registry, boolean register) {
    this.subject = topic.subject();
    this.registry = registry;
    this.register = register;
    this.wire = topic.wire();
    SpecificData model = SpecificData.getForClass(topic.record());
    this.schema = model.getSchema(topic.record());
    this.writer = new SpecificDatumWriter<>(schema, model);
  }

  /**
   * Writes one record.
   *
   * @param topic not used: the subject is that of the topic this was made for
   * @throws RegistryUnavailable when the schema's id could not be asked for
   * @throws SchemaRefused when the registry knows the schema not, or will not have it
   */
  @Override
  public byte @Nullable [] serialize(String topic, @Nullable T record) {
    return record == null ? null : buffers.get().write(id(), writer, wire.written().apply(record));
  }

  private int id() {
    if (id == UNKNOWN) {
      AvroSchema ours = new AvroSchema(schema);
      try {
        id = register ? registry.register(subject, ours) : registry.getId(subject, ours);
      } catch (RestClientException e) {
        if (RegistryAnswer.isRefusal(e)) {
          throw new SchemaRefused(subject, String.valueOf(e.getMessage()));
        }
        throw new RegistryUnavailable(subject, e);
      } catch (IOException e) {
        throw new RegistryUnavailable(subject, e);
      }
    }
    return id;
  }

  /** What one thread writes with. */
  private static final class Buffer {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private @Nullable BinaryEncoder encoder;

    <T> byte[] write(int id, DatumWriter<T> writer, T record) {
      // Taking the encoder again flushes what a failed record left in it; only then start anew.
      encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
      bytes.reset();
      bytes.write(MAGIC);
      bytes.write(id >>> 24);
      bytes.write(id >>> 16);
      bytes.write(id >>> 8);
      bytes.write(id);
      try {
        writer.write(record, encoder);
        encoder.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }
  }
}
