package dev.muster.runtime.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name a person probably meant. */
public final class Closest {
  private Closest() {}

  /** The candidate with the fewest edits away, when they are at most a third of the name. */
  public static Optional<String> to(String name, Collection<String> candidates) {
    return candidates.stream()
        .filter(candidate -> edits(name, candidate) <= Math.max(1, name.length() / 3))
        .min(
            Comparator.<String>comparingInt(candidate -> edits(name, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Levenshtein distance: letters inserted, removed or replaced. */
  static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
