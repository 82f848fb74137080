package dev.muster.app.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Under the C locale a JVM reads every letter beyond ASCII as "?"; the command must not get that.
 */
final class Locales {
  private Locales() {}

  /** Refuses a command line whose letters did not arrive. */
  static void refuseLostLetters() {
    String encoding = System.getProperty("sun.jnu.encoding", "");
    if (encoding.equals("ANSI_X3.4-1968") || encoding.equals("US-ASCII")) {
      for (byte letter : commandLine()) {
        if (letter < 0) {
          throw new IllegalArgumentException(
              "the arguments are not all ASCII and the locale is: set LC_CTYPE=C.UTF-8");
        }
      }
    }
  }

  private static byte[] commandLine() {
    try {
      return Files.readAllBytes(Path.of("/proc/self/cmdline"));
    } catch (IOException noProc) {
      return new byte[0];
    }
  }
}
