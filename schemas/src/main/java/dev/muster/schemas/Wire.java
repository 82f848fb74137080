package dev.muster.schemas;

import java.util.function.UnaryOperator;

/**
 * How the values of a topic are shaped for their bytes; what was written is read as it was.
 *
 * @param written the shape that becomes bytes
 * @param read what it was before
 */
public record Wire<T>(UnaryOperator<T> written, UnaryOperator<T> read) {

  /** No other shape. */
  static <T> Wire<T> asIs() {
    return new Wire<>(UnaryOperator.identity(), UnaryOperator.identity());
  }
}
