package dev.muster.runtime.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The text of a token: {@code muster_p_} (person) or {@code muster_m_} (machine), 256 random bits
 * and a CRC-32 of both in hexadecimal, so that scanners find a leaked one and a mistyped one is
 * told from an unknown one.
 */
final class TokenText {
  private static final Pattern FORM = Pattern.compile("muster_[pm]_[0-9a-f]{72}");
  private static final int CHECKSUM = 8;
  private static final int RANDOM_BYTES = 32;

  private TokenText() {}

  static String random(char kind, SecureRandom random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    String text = "muster_" + kind + '_' + HexFormat.of().formatHex(bytes);
    return text + checksum(text);
  }

  static boolean isWellFormed(String text) {
    int end = text.length() - CHECKSUM;
    return FORM.matcher(text).matches()
        && checksum(text.substring(0, end)).equals(text.substring(end));
  }

  /** SHA-256; a slow hash would add nothing to 256 random bits. */
  static byte[] hash(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JVM has SHA-256", e);
    }
  }

  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits(crc.getValue(), CHECKSUM);
  }
}
