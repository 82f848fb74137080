package dev.muster.streams.replay;

import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.StreamsMetrics;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** What one stage sees of its task. What no stage of ours asks for, it has not. */
final class HeapContext<K, V> implements ProcessorContext<K, V> {
  private final HeapGround ground;
  private final Onward<K, V> onward;

  /** Takes what a stage hands on. */
  @FunctionalInterface
  interface Onward<K, V> {
    /**
     * Takes a record.
     *
     * @param to name of the node, absent for all that follow
     */
    void take(Record<K, V> record, @Nullable String to);
  }

  HeapContext(HeapGround ground, Onward<K, V> onward) {
    this.ground = ground;
    this.onward = onward;
  }

  @Override
  public <A extends K, B extends V> void forward(Record<A, B> record) {
    onward.take(plain(record), null);
  }

  @Override
  public <A extends K, B extends V> void forward(Record<A, B> record, String to) {
    onward.take(plain(record), to);
  }

  private Record<K, V> plain(Record<? extends K, ? extends V> record) {
    return new Record<>(record.key(), record.value(), record.timestamp(), record.headers());
  }

  @Override
  public TaskId taskId() {
    return ground.task();
  }

  @Override
  public Optional<RecordMetadata> recordMetadata() {
    return ground.reading();
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // Kafka's signature.
  public <S extends StateStore> S getStateStore(String name) {
    return (S) ground.store(name);
  }

  @Override
  public Cancellable schedule(Duration every, PunctuationType type, Punctuator what) {
    if (type != PunctuationType.WALL_CLOCK_TIME) {
      throw lacks("stream time");
    }
    return ground.call(every, what);
  }

  @Override
  public long currentSystemTimeMs() {
    return ground.wall().toEpochMilli();
  }

  @Override
  public void commit() {
    // Nothing is ever committed: it ends with its process.
  }

  @Override
  public Cancellable schedule(Instant from, Duration every, PunctuationType type, Punctuator what) {
    throw lacks("calls from an instant on");
  }

  @Override
  public String applicationId() {
    throw lacks("an application id");
  }

  @Override
  public Serde<?> keySerde() {
    throw lacks("serdes");
  }

  @Override
  public Serde<?> valueSerde() {
    throw lacks("serdes");
  }

  @Override
  public File stateDir() {
    throw lacks("a folder");
  }

  @Override
  public StreamsMetrics metrics() {
    throw lacks("metrics");
  }

  @Override
  public Map<String, Object> appConfigs() {
    throw lacks("configuration");
  }

  @Override
  public Map<String, Object> appConfigsWithPrefix(String prefix) {
    throw lacks("configuration");
  }

  @Override
  public long currentStreamTimeMs() {
    throw lacks("stream time");
  }

  private static UnsupportedOperationException lacks(String what) {
    return new UnsupportedOperationException("a replay has no " + what + " of Kafka Streams");
  }
}
