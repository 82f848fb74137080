package dev.muster.schemas;

import static dev.muster.schemas.EventHeaders.header;
import static dev.muster.schemas.EventHeaders.text;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Why a record could not be read or placed; stands beside its own headers, key and bytes.
 *
 * @param reason a code from the writer's closed list
 * @param detail a sentence for people, never with a stack trace or payload
 * @param topic where it lay, or was to go
 * @param place where in that topic it lay, null when it never lay there
 * @param time when it was received
 */
public record DeadLetterHeaders(
    String reason, String detail, String topic, @Nullable Place place, Instant time) {
  public static final String REASON = "muster_reason";
  public static final String DETAIL = "muster_detail";
  public static final String TOPIC = "muster_topic";
  public static final String PARTITION = "muster_partition";
  public static final String OFFSET = "muster_offset";
  public static final String TIME = "muster_time";

  /** Where a record lies in its topic. */
  public record Place(int partition, long offset) {}

  /** To be added to the record's own. */
  public List<Header> toHeaders() {
    List<Header> all = new ArrayList<>(6);
    all.add(header(REASON, reason));
    all.add(header(DETAIL, detail));
    all.add(header(TOPIC, topic));
    if (place != null) {
      all.add(header(PARTITION, Integer.toString(place.partition())));
      all.add(header(OFFSET, Long.toString(place.offset())));
    }
    all.add(header(TIME, time.toString()));
    return all;
  }

  /** Read back; empty when one is missing or malformed, which ours never are. */
  public static Optional<DeadLetterHeaders> from(Headers headers) {
    String reason = text(headers, REASON);
    String detail = text(headers, DETAIL);
    String topic = text(headers, TOPIC);
    String time = text(headers, TIME);
    if (reason == null || detail == null || topic == null || time == null) {
      return Optional.empty();
    }
    try {
      Instant received = Instant.parse(time);
      return Optional.of(new DeadLetterHeaders(reason, detail, topic, place(headers), received));
    } catch (DateTimeParseException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static @Nullable Place place(Headers headers) {
    String partition = text(headers, PARTITION);
    String offset = text(headers, OFFSET);
    return partition == null || offset == null
        ? null
        : new Place(Integer.parseInt(partition), Long.parseLong(offset));
  }
}
