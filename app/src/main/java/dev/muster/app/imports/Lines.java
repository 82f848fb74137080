package dev.muster.app.imports;

import java.util.ArrayList;
import java.util.List;

/** How one text becomes another, line by line. */
final class Lines {
  private Lines() {}

  /**
   * Lines that go, after a {@code -}, and that come, after a {@code +}; the others are left out.
   */
  static List<String> difference(List<String> was, List<String> is) {
    int[][] common = common(was, is);
    List<String> difference = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < was.size() || j < is.size()) {
      if (i < was.size() && j < is.size() && was.get(i).equals(is.get(j))) {
        i++;
        j++;
      } else if (j == is.size() || (i < was.size() && common[i + 1][j] >= common[i][j + 1])) {
        difference.add("- " + was.get(i++));
      } else {
        difference.add("+ " + is.get(j++));
      }
    }
    return difference;
  }

  /** How many lines the rests of both have in common, in their order. */
  private static int[][] common(List<String> was, List<String> is) {
    int[][] common = new int[was.size() + 1][is.size() + 1];
    for (int i = was.size() - 1; i >= 0; i--) {
      for (int j = is.size() - 1; j >= 0; j--) {
        common[i][j] =
            was.get(i).equals(is.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
