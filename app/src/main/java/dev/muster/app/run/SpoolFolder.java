package dev.muster.app.run;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Where events for one address wait: events for one Muster are never sent to another. The shell
 * client names the folders alike, with {@code tr} and {@code cksum}.
 */
final class SpoolFolder {
  private static final int SHOWN = 60;

  /** Of ISO/IEC 8802-3, as POSIX cksum has it. */
  private static final int POLYNOMIAL = 0x04C11DB7;

  private SpoolFolder() {}

  /** Host, port and path as far as a file may be named so, and a checksum of all of it. */
  static Path of(Path spool, URI ingest) {
    String plain =
        ingest
            .toString()
            .replaceFirst("/+$", "")
            .replaceFirst("^[^:]*://", "")
            .replaceFirst("^[^/]*?@", "");
    byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < Math.min(SHOWN, bytes.length); i++) {
      char letter = (char) bytes[i];
      boolean kept =
          letter < 128 && (Character.isLetterOrDigit(letter) || "._".indexOf(letter) >= 0);
      name.append(kept ? letter : '-');
    }
    return spool.resolve(name + "-" + sum(bytes));
  }

  private static String sum(byte[] bytes) {
    int sum = 0;
    for (byte one : bytes) {
      sum = with(sum, one);
    }
    for (int length = bytes.length; length > 0; length >>>= Byte.SIZE) {
      sum = with(sum, (byte) length);
    }
    return Integer.toUnsignedString(~sum);
  }

  private static int with(int sum, byte next) {
    int all = sum ^ (next << 24);
    for (int bit = 0; bit < Byte.SIZE; bit++) {
      all = all < 0 ? (all << 1) ^ POLYNOMIAL : all << 1;
    }
    return all;
  }
}
