package dev.muster.app.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What the command left behind.
 *
 * @param missing what was named and could not be read, in words
 */
record Evidence(Values values, Optional<String> reportSha256, List<String> missing) {

  Evidence {
    missing = List.copyOf(missing);
  }

  static Evidence read(Values given, Optional<Path> valuesFrom, Optional<Path> report) {
    List<String> missing = new ArrayList<>();
    Values values = given;
    if (valuesFrom.isPresent()) {
      try {
        values = Values.read(Files.readString(valuesFrom.get())).and(given);
      } catch (IOException e) {
        missing.add("no values from " + valuesFrom.get() + ", which cannot be read");
      } catch (IllegalArgumentException e) {
        missing.add("no values from " + valuesFrom.get() + ": " + e.getMessage());
      }
    }
    Optional<String> sha256 = Optional.empty();
    if (report.isPresent()) {
      try {
        sha256 = Optional.of(sha256(report.get()));
      } catch (IOException e) {
        missing.add("no report " + report.get() + ", which cannot be read");
      }
    }
    return new Evidence(values, sha256, missing);
  }

  private static String sha256(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[64 * 1024];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
