package dev.muster.streams.time;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;

/**
 * An instant at which something about a service has to be said.
 *
 * @param what which of the service's things, {@code gate/six-pillars/reliability}; no NUL in it
 */
public record Deadline(Instant at, String service, String what) implements Comparable<Deadline> {
  private static final Comparator<Deadline> ORDER =
      Comparator.comparing(Deadline::at)
          .thenComparing(Deadline::service)
          .thenComparing(Deadline::what);

  private static final char BETWEEN = '\0';

  /** Its key in the index: bytes in the order of deadlines. */
  byte[] key() {
    byte[] name = (service + BETWEEN + what).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(Long.BYTES + name.length)
        .putLong(at.toEpochMilli() ^ Long.MIN_VALUE)
        .put(name)
        .array();
  }

  static Deadline of(byte[] key) {
    ByteBuffer bytes = ByteBuffer.wrap(key);
    Instant at = Instant.ofEpochMilli(bytes.getLong() ^ Long.MIN_VALUE);
    String name = StandardCharsets.UTF_8.decode(bytes).toString();
    int between = name.indexOf(BETWEEN);
    return new Deadline(at, name.substring(0, between), name.substring(between + 1));
  }

  /** The least key at or after an instant. */
  static byte[] from(Instant at) {
    return ByteBuffer.allocate(Long.BYTES).putLong(at.toEpochMilli() ^ Long.MIN_VALUE).array();
  }

  @Override
  public int compareTo(Deadline other) {
    return ORDER.compare(this, other);
  }
}
