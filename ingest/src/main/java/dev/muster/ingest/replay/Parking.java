package dev.muster.ingest.replay;

import dev.muster.ingest.catalogue.Placement.Parked;
import dev.muster.ingest.fact.Fact;
import dev.muster.ingest.publish.FactWire;
import dev.muster.ingest.publish.Trace;
import dev.muster.runtime.publish.Outgoing;
import dev.muster.schemas.DeadLetterHeaders;
import dev.muster.schemas.DeadLetterHeaders.Place;
import dev.muster.schemas.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;

/**
 * How a parked fact and the end of its parking are written.
 *
 * <p>A parked fact lies among the dead letters as the very bytes that its topic would have had.
 * Once it was placed, a marker without a value follows it under the same key, so in the same
 * partition: reason {@value #REPLAYED} and the place of the letter. The marker is written after the
 * fact is acknowledged. A crash between the two, or two programs that replay at once, place the
 * fact twice within moments; it has one id and source, and streams ignores the second for seven
 * days after the first was received. Only markers keep a restart weeks later from doing it again.
 */
public final class Parking {
  static final String REPLAYED = "replayed";

  private Parking() {}

  public static Outgoing letter(
      FactWire wire, Fact fact, Trace trace, Parked parked, Instant received) {
    List<Header> headers = wire.headers(fact, trace);
    headers.addAll(
        new DeadLetterHeaders(
                parked.reason().code(), parked.detail(), fact.kind().topic().name(), null, received)
            .toHeaders());
    return new Outgoing(
        Topics.DEAD_LETTERS.name(), fact.key().orElse(null), wire.bytes(fact), headers, false);
  }

  static Outgoing marker(String key, Place letter, Instant now) {
    String topic = Topics.DEAD_LETTERS.name();
    DeadLetterHeaders headers = new DeadLetterHeaders(REPLAYED, "placed since", topic, letter, now);
    return Outgoing.ofHeaders(topic, key, headers.toHeaders());
  }

  /** The letter that a marker ends; empty when the headers are not a marker's. */
  static Optional<Place> ended(DeadLetterHeaders headers) {
    return headers.reason().equals(REPLAYED)
        ? Optional.ofNullable(headers.place())
        : Optional.empty();
  }
}
