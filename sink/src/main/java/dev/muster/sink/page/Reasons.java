package dev.muster.sink.page;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The sentence of a reason's code. */
public final class Reasons {
  private Reasons() {}

  public static String sentence(String code, Map<String, String> values) {
    String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
    String rest =
        values.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    return (words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1))
        + (rest.isEmpty() ? "." : ": " + rest + '.');
  }
}
