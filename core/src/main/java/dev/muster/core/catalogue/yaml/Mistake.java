package dev.muster.core.catalogue.yaml;

import java.util.Comparator;

/**
 * One thing wrong in a catalogue, and what to do about it.
 *
 * @param line from 1
 * @param column from 1
 * @param path which field, for instance {@code spec.datasets[0].rpo}; empty for a whole document
 * @param expected what should stand there
 * @param got what stands there
 * @param advice what to do; may be empty
 */
public record Mistake(
    String file, int line, int column, String path, String expected, String got, String advice) {

  /** By place. */
  public static final Comparator<Mistake> BY_PLACE =
      Comparator.comparing(Mistake::file)
          .thenComparingInt(Mistake::line)
          .thenComparingInt(Mistake::column)
          .thenComparing(Mistake::path);

  /** For a terminal: place first, so that editors can jump there. */
  @Override
  public String toString() {
    return "%s:%d:%d: %sexpected %s, got %s%s"
        .formatted(
            file,
            line,
            column,
            path.isEmpty() ? "" : path + ": ",
            expected,
            got,
            advice.isEmpty() ? "" : "; " + advice);
  }
}
