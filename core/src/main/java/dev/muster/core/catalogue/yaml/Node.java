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
   */
  record Scalar(Place place, String path, @Nullable String text, Place start) implements Node {
    @Override
    public String shape() {
      return text == null ? "nothing" : '"' + text + '"';
    }
  }
}
