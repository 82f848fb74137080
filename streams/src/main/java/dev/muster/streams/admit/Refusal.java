package dev.muster.streams.admit;

import dev.muster.schemas.DeadLetterHeaders;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Why a record was not taken in: the closed list of reasons that streams writes. */
public enum Refusal {
  /** Its bytes are no record of the topic. */
  UNREADABLE,
  /** It has no key, so that nobody knows which service it is about. */
  NO_KEY,
  /** It has no value, where no tombstone has a meaning. */
  NO_VALUE,
  /** Its key is not the service or subject it speaks of. */
  OTHER_KEY;

  /**
   * The headers of its dead letter: its own and the reason; never a payload or a stack trace.
   *
   * @param detail a sentence without anything from the payload
   */
  Headers headers(
      Headers own, String detail, String topic, DeadLetterHeaders.Place place, Instant received) {
    Headers headers = new RecordHeaders(own);
    new DeadLetterHeaders(name(), detail, topic, place, received).toHeaders().forEach(headers::add);
    return headers;
  }
}
