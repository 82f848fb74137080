package dev.muster.sink.view;

import dev.muster.core.scorecard.Sentences;
import java.util.Map;

/** The sentence of a reason, beginning as sentences do. */
public final class Reasons {
  private Reasons() {}

  public static String sentence(String code, Map<String, String> values) {
    String sentence = Sentences.of(code, values);
    return sentence.isEmpty()
        ? ""
        : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
