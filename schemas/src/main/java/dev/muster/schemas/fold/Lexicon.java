package dev.muster.schemas.fold;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Words that need not be spelt: those of the built-in standards and checks, and of statuses. They
 * are part of the format: lines are added at the end of {@code words.txt} and never changed.
 */
final class Lexicon {
  private static final List<String> WORDS = read();
  private static final Map<String, Integer> PLACES = places();

  private Lexicon() {}

  /** From 0; -1: it has to be spelt. */
  static int place(String word) {
    return PLACES.getOrDefault(word, -1);
  }

  static String at(int place) {
    if (place >= WORDS.size()) {
      throw new IllegalArgumentException(
          "need one of " + WORDS.size() + " words, got " + place + ": a newer Muster wrote this");
    }
    return WORDS.get(place);
  }

  static List<String> words() {
    return WORDS;
  }

  private static Map<String, Integer> places() {
    Map<String, Integer> places = new HashMap<>();
    WORDS.forEach(word -> places.put(word, places.size()));
    return places;
  }

  private static List<String> read() {
    try (InputStream in = Objects.requireNonNull(Lexicon.class.getResourceAsStream("words.txt"))) {
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
