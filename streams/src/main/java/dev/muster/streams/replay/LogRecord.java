package dev.muster.streams.replay;

import dev.muster.streams.admit.Received;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * One record of the log.
 *
 * @param value absent for a tombstone
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared: keys are only passed on.
record LogRecord(
    String topic,
    int partition,
    long offset,
    Instant received,
    byte @Nullable [] key,
    @Nullable Received value)
    implements RecordMetadata {

  /** The same place in the log, with something else there. */
  LogRecord saying(byte[] otherKey, Received other) {
    return new LogRecord(topic, partition, offset, received, otherKey, other);
  }
}
