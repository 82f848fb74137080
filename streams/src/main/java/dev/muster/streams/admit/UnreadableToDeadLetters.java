package dev.muster.streams.admit;

import dev.muster.schemas.DeadLetterHeaders;
import dev.muster.schemas.Topics;
import dev.muster.schemas.UnreadableRecord;
import dev.muster.streams.StreamsMeters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * Sends what cannot be read to the dead letters and goes on; everything else (the registry is away)
 * ends the thread, so that a good record is never skipped.
 *
 * <p>Kafka's own dead-letter queue is not used: it writes stack traces and payload into headers,
 * and would take good records while the registry is away. Kafka Streams makes this object itself,
 * so its meters come with the configuration.
 */
public final class UnreadableToDeadLetters implements DeserializationExceptionHandler {
  private @Nullable StreamsMeters meters;

  @Override
  public void configure(Map<String, ?> configs) {
    meters = configs.get(StreamsMeters.CONFIGURED) instanceof StreamsMeters given ? given : null;
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception thrown) {
    if (!(thrown instanceof UnreadableRecord unreadable)) {
      return Response.fail();
    }
    if (meters != null) {
      meters.refused(Refusal.UNREADABLE);
    }
    Headers headers =
        Refusal.UNREADABLE.headers(
            record.headers(),
            String.valueOf(unreadable.getMessage()),
            record.topic(),
            new DeadLetterHeaders.Place(record.partition(), record.offset()),
            Instant.ofEpochMilli(record.timestamp()));
    return Response.resume(
        List.of(
            new ProducerRecord<>(
                Topics.DEAD_LETTERS.name(),
                null,
                record.timestamp(),
                record.key(),
                record.value(),
                headers)));
  }
}
