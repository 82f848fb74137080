package dev.muster.core.catalogue.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The standards and checks that come with Muster. */
final class BuiltIn {
  /** Before the names of their files. */
  static final String PREFIX = "built-in/";

  private static final List<String> FILES =
      List.of(
          "checks.yaml",
          "standards/seven-gates.yaml",
          "standards/six-pillars.yaml",
          "standards/milestones.yaml",
          "standards/launch-25.yaml",
          "standards/six-gates.yaml");

  private BuiltIn() {}

  static Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    for (String file : FILES) {
      files.put(PREFIX + file, text("/" + file));
    }
    return files;
  }

  static String text(String resource) {
    try (InputStream in = BuiltIn.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("need " + resource + " beside the classes");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
