package dev.muster.app.word;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

/** Whoever answers the command's questions, if anybody does. */
@FunctionalInterface
public interface Terminal {

  /** Asks, and returns the line that came; empty where nobody answers. */
  Optional<String> ask(String question);

  /**
   * Asks until the answer is yes or no; empty where nobody answers.
   *
   * @param question without the choices
   */
  default Optional<Boolean> yes(String question) {
    while (true) {
      Optional<String> answer = ask(question + " [yes/no] ");
      if (answer.isEmpty()) {
        return Optional.empty();
      }
      switch (answer.get().strip().toLowerCase(Locale.ROOT)) {
        case "y", "yes" -> {
          return Optional.of(true);
        }
        case "n", "no" -> {
          return Optional.of(false);
        }
        default -> {}
      }
    }
  }

  /** Asks on standard error, since output may go on to a file; reads standard input to its end. */
  static Terminal own() {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
    return question -> {
      System.err.print(question);
      System.err.flush();
      try {
        Optional<String> line = Optional.ofNullable(in.readLine());
        if (line.isEmpty()) {
          System.err.println();
        }
        return line;
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the answer", e);
      }
    };
  }
}
