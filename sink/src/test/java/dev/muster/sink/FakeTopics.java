package dev.muster.sink;

import dev.muster.runtime.publish.Outgoing;
import dev.muster.runtime.publish.Publisher;
import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.TopicSpec;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.TimeoutException;

/** Keeps what is written; may be told to acknowledge nothing. */
public final class FakeTopics implements Publisher {
  public final SchemaRegistryClient registry = new MockSchemaRegistryClient();
  private final List<Outgoing> all = new ArrayList<>();
  private boolean away;

  public synchronized void away(boolean now) {
    away = now;
  }

  @Override
  public synchronized CompletableFuture<Void> publish(List<Outgoing> records) {
    if (away) {
      return CompletableFuture.failedFuture(new TimeoutException("not acknowledged"));
    }
    all.addAll(records);
    return CompletableFuture.completedFuture(null);
  }

  /** All records of a topic so far. */
  public synchronized <T extends SpecificRecord> List<T> read(TopicSpec<T> topic) {
    return read(topic, all);
  }

  /** Those of a topic among some; none while nothing is acknowledged. */
  public synchronized <T extends SpecificRecord> List<T> read(
      TopicSpec<T> topic, Collection<Outgoing> records) {
    RecordSerde<T> serde = new RecordSerde<>(topic, registry, true);
    return away
        ? List.of()
        : records.stream()
            .filter(record -> record.topic().equals(topic.name()))
            .map(record -> serde.deserializer().deserialize(topic.name(), record.value()))
            .toList();
  }

  /** Keys under which a topic's records were written, with a star for every partition. */
  public synchronized List<String> keys(TopicSpec<?> topic) {
    return all.stream()
        .filter(record -> record.topic().equals(topic.name()))
        .map(record -> record.key() + (record.everyPartition() ? "*" : ""))
        .toList();
  }
}
