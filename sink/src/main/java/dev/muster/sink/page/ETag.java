package dev.muster.sink.page;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpRequest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** The tag by which a browser asks whether what it has is still good. */
public final class ETag {
  private static final int HEX_DIGITS = 16;

  private ETag() {}

  public static String of(byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return '"' + HexFormat.of().formatHex(hash).substring(0, HEX_DIGITS) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JVM has SHA-256", e);
    }
  }

  public static boolean matches(HttpRequest request, String tag) {
    String asked = request.headers().get(HttpHeaderNames.IF_NONE_MATCH, "");
    return Stream.of(asked.split(","))
        .map(one -> one.strip().replaceFirst("^W/", ""))
        .anyMatch(one -> one.equals(tag) || one.equals("*"));
  }
}
