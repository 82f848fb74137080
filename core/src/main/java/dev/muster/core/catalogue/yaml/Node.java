package dev.muster.core.catalogue.yaml;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a document, which knows where it stands. */
sealed interface Node {
  Place place();

  /** The field it is the value of, for instance {@code spec.datasets[0].rpo}. */
  String path();

  /** A word on what it is. */
  String shape();

  /** Fields by name, in the order written. */
  record Mapping(Place place, String path, Map<String, Field> fields) implements Node {
    @Override
    public String shape() {
      return "a mapping";
    }
  }

  /** One field; the place is that of its name. */
  record Field(Place place, Node value) {}

  /** A list. */
  record Items(Place place, String path, List<Node> items) implements Node {
    @Override
    public String shape() {
      return "a list";
    }
  }

  /**
   * A single value.
   *
   * @param text as written, without quotes; absent where nothing is
   * @param start where its first letter stands
   * @param lines of the file it is from
   */
  record Scalar(Place place, String path, @Nullable String text, Place start, List<String> lines)
      implements Node {
    /** Where a letter of the text stands; lines may be folded there, and signs escaped. */
    Place placeOf(int offset) {
      Place found = start;
      int line = start.line() - 1;
      int column = start.column() - 1;
      for (int i = 0; text != null && i <= offset && i < text.length(); i++) {
        if (Character.isWhitespace(text.charAt(i))) {
          continue;
        }
        while (line < lines.size()
            && (column >= lines.get(line).length()
                || lines.get(line).charAt(column) != text.charAt(i))) {
          boolean ended = column >= lines.get(line).length();
          line += ended ? 1 : 0;
          column = ended ? 0 : column + 1;
        }
        if (line >= lines.size()) {
          return found;
        }
        column++;
        found = new Place(start.file(), line + 1, column);
      }
      return found;
    }

    @Override
    public String shape() {
      return text == null ? "nothing" : '"' + text + '"';
    }
  }
}
