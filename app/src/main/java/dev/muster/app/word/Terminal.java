package dev.muster.app.word;

import java.io.Console;
import java.util.Optional;

/** Whoever sits in front of the command, if anybody does. */
@FunctionalInterface
public interface Terminal {

  /** Asks, and returns the line that was typed; empty where nobody can answer. */
  Optional<String> ask(String question);

  /** The one this process was started from. */
  static Terminal own() {
    return question -> {
      Console console = System.console();
      return console == null
          ? Optional.empty()
          : Optional.ofNullable(console.readLine("%s", question));
    };
  }
}
