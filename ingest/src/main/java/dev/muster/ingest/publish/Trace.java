package dev.muster.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.muster.schemas.EventHeaders;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * Which trace a request belongs to (W3C Trace Context, level 1, section 3.2).
 *
 * @param parent as it came; empty when there is none, or a malformed one, which is ignored as the
 *     specification asks
 */
public record Trace(Optional<String> parent) {
  public static final Trace NONE = new Trace(Optional.empty());

  private static final String IDS = "-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}";

  /** Version 00 ends after the flags; a later one may go on after another hyphen. */
  private static final Pattern PARENT =
      Pattern.compile("00" + IDS + "|(?!00|ff)[0-9a-f]{2}" + IDS + "(?:-[!-~]{0,200})?");

  public Trace {
    parent = parent.filter(text -> PARENT.matcher(text).matches());
  }

  /** That of a record that was written before. */
  public static Trace of(Headers headers) {
    return of(EventHeaders.text(headers, EventHeaders.TRACE_PARENT));
  }

  static Trace of(@Nullable String parent) {
    return new Trace(Optional.ofNullable(parent));
  }

  Optional<Header> header() {
    return parent.map(text -> new RecordHeader(EventHeaders.TRACE_PARENT, text.getBytes(UTF_8)));
  }
}
