package dev.muster.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * The headers of one topic's records: the Kafka protocol binding of CloudEvents 1.0.2, binary mode
 * (section 3.2).
 */
public final class EventHeaders {
  public static final String ID = "ce_id";
  public static final String SOURCE = "ce_source";
  public static final String TYPE = "ce_type";
  public static final String SPEC_VERSION = "ce_specversion";
  public static final String TIME = "ce_time";
  public static final String CONTENT_TYPE = "content-type";

  /** W3C Trace Context; set by tracing, not here. */
  public static final String TRACE_PARENT = "traceparent";

  private static final Header VERSION_1 = header(SPEC_VERSION, "1.0");
  private static final Header AVRO = header(CONTENT_TYPE, "application/avro");

  private final Header type;
  private final boolean brief;

  public EventHeaders(TopicSpec<?> topic) {
    type = header(TYPE, topic.eventType());
    // All six would outweigh a sample.
    brief = topic.equals(Topics.SLI);
  }

  /**
   * Those of one record.
   *
   * @param id unique within the source; a judgement's identity
   * @param time when it happened; left out of samples
   */
  public List<Header> of(String id, String source, Instant time) {
    Header from = header(SOURCE, source);
    return brief
        ? List.of(header(ID, id), from, type, VERSION_1)
        : List.of(header(ID, id), from, type, VERSION_1, header(TIME, time.toString()), AVRO);
  }

  /** The last header of that name as text; null: there is none. */
  public static @Nullable String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }

  static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(UTF_8));
  }
}
