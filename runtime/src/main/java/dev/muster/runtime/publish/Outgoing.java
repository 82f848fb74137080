package dev.muster.runtime.publish;

import java.util.List;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * One record to be written; its time is stamped when it is sent.
 *
 * @param key null only for what could not be placed
 * @param value null for what says all in its headers
 * @param everyPartition once into each, for a key that concerns many services
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Outgoing(
    String topic,
    @Nullable String key,
    byte @Nullable [] value,
    List<Header> headers,
    boolean everyPartition) {
  public Outgoing {
    headers = List.copyOf(headers);
  }

  /** One that says all in its headers. */
  public static Outgoing ofHeaders(String topic, String key, List<Header> headers) {
    return new Outgoing(topic, key, null, headers, false);
  }
}
