package dev.muster.schemas.fold;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words, each once, called by their places. */
final class Words {
  private static final int NONE = -1;

  private final List<String> all;

  Words() {
    this(new ArrayList<>());
  }

  Words(List<String> all) {
    this.all = all;
  }

  List<String> all() {
    return all;
  }

  /** They are few. */
  int place(@Nullable String word) {
    if (word == null) {
      return NONE;
    }
    int known = all.indexOf(word);
    if (known >= 0) {
      return known;
    }
    all.add(word);
    return all.size() - 1;
  }

  @Nullable String at(int place) {
    return place == NONE ? null : all.get(place);
  }
}
