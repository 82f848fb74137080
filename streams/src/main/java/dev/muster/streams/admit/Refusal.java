package dev.muster.streams.admit;

import dev.muster.schemas.DeadLetterHeaders;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Why a record was not taken in: the closed list of reasons that streams writes. */
public enum Refusal {
  /** Its bytes are no record of the topic; the detail says in which way. */
  UNREADABLE("the bytes are no record of the topic"),
  /** It has no key, so that nobody knows which service it is about. */
  NO_KEY("there is no key"),
  /** It has no value, where no tombstone has a meaning. */
  NO_VALUE("there is no value, and only the catalogue has tombstones"),
  /** Its key is not the service or subject it speaks of. */
  OTHER_KEY("the key is not the service or subject that the record is about"),
  /** A sample whose counts or interval cannot be. */
  IMPOSSIBLE("need 0 <= good <= total <= 2^53, and from < to at most an hour apart"),
  /** An entry of the catalogue whose document cannot be read by this version. */
  OTHER_DOCUMENT("the document cannot be read by this version");

  private final String sentence;

  Refusal(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }

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
