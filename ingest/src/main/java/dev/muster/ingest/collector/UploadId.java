package dev.muster.ingest.collector;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.TreeMap;

/**
 * What tells uploads apart whose tool names no run: the same bytes with the same parameters are the
 * same upload, sent again.
 */
final class UploadId {
  private static final int BYTES = 16;

  private UploadId() {}

  /**
   * The first half of a SHA-256, in hex.
   *
   * @param timed whether the upload bears a time of its own. One that does not is told apart by the
   *     hour in which it came as well: a nightly check prints the same each night, and is news.
   */
  static String of(Incoming incoming, String exit, boolean timed) {
    MessageDigest digest = Body.sha256();
    new TreeMap<>(incoming.query()).forEach((name, value) -> part(digest, name + '=' + value));
    part(digest, exit);
    part(digest, timed ? "" : incoming.received().truncatedTo(ChronoUnit.HOURS).toString());
    digest.update(incoming.body().digest());
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }

  private static void part(MessageDigest digest, String text) {
    digest.update(text.getBytes(UTF_8));
    digest.update((byte) 0);
  }
}
