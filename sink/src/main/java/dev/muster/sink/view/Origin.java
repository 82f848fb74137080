package dev.muster.sink.view;

import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Where a view reads.
 *
 * @param consumers makes one without a group that reads committed records and refuses offsets out
 *     of range
 * @param values throws {@link org.apache.kafka.common.errors.SerializationException} for bytes that
 *     will never be readable, anything else for a neighbour that is away
 */
public record Origin<V>(
    String topic, Supplier<Consumer<String, byte[]>> consumers, Deserializer<V> values) {}
