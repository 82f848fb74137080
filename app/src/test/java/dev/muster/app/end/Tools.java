package dev.muster.app.end;

import static org.assertj.core.api.Assertions.fail;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;

/** Tools of others that a test needs. CI has all of them, so there a missing one is a failure. */
final class Tools {
  private Tools() {}

  static void need(String tool) {
    boolean here =
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, tool)));
    if (!here && "true".equals(System.getenv("CI"))) {
      fail("%s is not installed", tool);
    }
    Assumptions.assumeTrue(here, () -> tool + " is not installed");
  }
}
