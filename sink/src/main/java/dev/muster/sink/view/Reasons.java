package dev.muster.sink.view;

import dev.muster.core.scorecard.BurnSentences;
import dev.muster.core.scorecard.Sentences;
import java.util.Map;

/** The sentence of a reason, beginning as sentences do. */
public final class Reasons {
  private Reasons() {}

  public static String sentence(String code, Map<String, String> values) {
    return begun(Sentences.of(code, values));
  }

  /** Of an SLO; empty where it was not told. */
  public static String burn(String code, Map<String, String> values) {
    return code.isEmpty() ? "" : begun(BurnSentences.of(code, values));
  }

  private static String begun(String sentence) {
    return sentence.isEmpty()
        ? ""
        : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
