package dev.muster.app.word;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Where something is written down: an address, or a file of which name and content are known. */
record Report(String named) {
  static Report of(String named) {
    return new Report(named);
  }

  void addTo(ObjectNode word, CommandLine line) {
    if (named.matches("https?://.*")) {
      word.put("reportUrl", named);
      return;
    }
    Path file = Path.of(named);
    try {
      word.put("reportUrl", "file:" + encoded(String.valueOf(file.getFileName())));
      word.put("reportSha256", sha256(file));
    } catch (IOException e) {
      throw new ParameterException(
          line, "--report needs an http(s) address or a file that can be read, got " + named, e);
    }
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String sha256(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
