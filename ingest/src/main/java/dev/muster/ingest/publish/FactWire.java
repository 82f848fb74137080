package dev.muster.ingest.publish;

import dev.muster.ingest.fact.Fact;
import dev.muster.ingest.fact.FactKind;
import dev.muster.runtime.publish.Outgoing;
import dev.muster.schemas.EventHeaders;
import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.TopicSpec;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Facts as bytes and headers, and back. */
public final class FactWire {
  private final Map<FactKind, One<?>> kinds = new EnumMap<>(FactKind.class);

  private record One<T extends SpecificRecord>(
      TopicSpec<T> topic, RecordSerde<T> serde, EventHeaders headers) {

    static <T extends SpecificRecord> One<T> of(
        TopicSpec<T> topic, SchemaRegistryClient registry, boolean register) {
      return new One<>(
          topic, new RecordSerde<>(topic, registry, register), new EventHeaders(topic));
    }

    byte[] bytes(SpecificRecord record) {
      byte[] bytes = serde.serializer().serialize(topic.name(), topic.record().cast(record));
      return bytes == null ? new byte[0] : bytes;
    }

    @Nullable SpecificRecord record(byte[] bytes) {
      return serde.deserializer().deserialize(topic.name(), bytes);
    }
  }

  public FactWire(SchemaRegistryClient registry, boolean registerSchemas) {
    for (FactKind kind : FactKind.values()) {
      kinds.put(kind, One.of(kind.topic(), registry, registerSchemas));
    }
  }

  private One<?> of(FactKind kind) {
    One<?> one = kinds.get(kind);
    if (one == null) {
      throw new IllegalStateException("no wire for " + kind);
    }
    return one;
  }

  /** Throws what {@link RecordSerde} throws when the registry is away or refuses. */
  public byte[] bytes(Fact fact) {
    return of(fact.kind()).bytes(fact.record());
  }

  public Fact fact(FactKind kind, byte[] bytes) {
    SpecificRecord record = of(kind).record(bytes);
    if (record == null) {
      throw new IllegalArgumentException("need a record, got none");
    }
    return new Fact(kind, record);
  }

  /** CloudEvents headers, and the trace unless it is a sample, which it would outweigh. */
  public List<Header> headers(Fact fact, Trace trace) {
    List<Header> headers =
        new ArrayList<>(of(fact.kind()).headers().of(fact.id(), fact.source(), fact.time()));
    if (fact.kind() != FactKind.SLI) {
      trace.header().ifPresent(headers::add);
    }
    return headers;
  }

  /** The record that places it: one that concerns many services goes into every partition. */
  public Outgoing placed(Fact fact, Trace trace) {
    return new Outgoing(
        fact.kind().topic().name(),
        fact.key().orElse(null),
        bytes(fact),
        headers(fact, trace),
        fact.service().isEmpty());
  }
}
