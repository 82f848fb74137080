package dev.muster.streams.admit;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/**
 * Ends the thread, which is replaced with back-off and reads the record again: whatever is thrown
 * while reading (the registry is away, a bug) says nothing against the record.
 *
 * <p>What is wrong with the bytes themselves is not thrown at all but is a value, {@link
 * Received.Broken}, that goes through the topology to the dead letters. A handler could hand dead
 * letters back to Kafka Streams too, but those are sent when a record becomes the head of its
 * queue, a commit before its own offset's, so that a crash in between doubles them; and the
 * built-in dead-letter queue writes stack traces and payload into headers, and would take good
 * records while the registry is away.
 */
public final class StopOnFault implements DeserializationExceptionHandler {
  @Override
  public void configure(Map<String, ?> configs) {}

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception thrown) {
    return Response.fail(List.of());
  }
}
