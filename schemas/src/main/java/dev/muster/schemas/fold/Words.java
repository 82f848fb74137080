package dev.muster.schemas.fold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words, each once, called by their places; those of the {@link Lexicon} by places below -1. */
final class Words {
  private static final int NONE = -1;
  private static final int LEXICON = -2;

  private final List<String> all;
  private final Map<String, Integer> places = new HashMap<>();

  Words() {
    this(new ArrayList<>());
  }

  Words(List<String> all) {
    this.all = all;
  }

  /** Those that are not in the lexicon. */
  List<String> all() {
    return all;
  }

  int place(@Nullable String word) {
    if (word == null) {
      return NONE;
    }
    int known = Lexicon.place(word);
    return known >= 0 ? LEXICON - known : places.computeIfAbsent(word, this::add);
  }

  private int add(String word) {
    all.add(word);
    return all.size() - 1;
  }

  @Nullable String at(int place) {
    if (place == NONE) {
      return null;
    }
    return place < NONE ? Lexicon.at(LEXICON - place) : all.get(place);
  }

  /** As {@link #at}, where some word stands. */
  String at(int place, String otherwise) {
    String word = at(place);
    return word == null ? otherwise : word;
  }
}
