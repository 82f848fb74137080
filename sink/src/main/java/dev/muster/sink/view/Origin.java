package dev.muster.sink.view;

import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Where a view reads.
 *
 * @param consumers makes one without a group that reads committed records and refuses offsets out
 *     of range
 * @param holds which records a view of it holds
 * @param values throws {@link org.apache.kafka.common.errors.SerializationException} for bytes that
 *     will never be readable, anything else for a neighbour that is away
 */
public record Origin<V>(
    String topic,
    Holds holds,
    Supplier<Consumer<String, byte[]>> consumers,
    Deserializer<V> values) {

  /** Which records are held. */
  public enum Holds {
    /** The newest of each key; a record without value removes it. */
    NEWEST_OF_KEY,
    /** Every one, under its key and its place in the log. */
    EVERY_RECORD
  }
}
