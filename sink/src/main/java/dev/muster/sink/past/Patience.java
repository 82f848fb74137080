package dev.muster.sink.past;

import java.time.Duration;

/**
 * How long somebody waits for an answer.
 *
 * @param end by {@link System#nanoTime}: waiting has nothing to do with what time it is
 */
record Patience(long end, Duration whole) {
  static Patience of(Duration whole) {
    return new Patience(System.nanoTime() + whole.toNanos(), whole);
  }

  /**
   * What is left of it, at most {@code most}.
   *
   * @throws CannotRead when nothing is
   */
  Duration left(Duration most) {
    Duration left = Duration.ofNanos(end - System.nanoTime());
    if (left.isNegative() || left.isZero()) {
      throw new CannotRead(
          "Reading the log took longer than "
              + whole.toSeconds()
              + " s and was given up. Ask again, or for less at once.");
    }
    return left.compareTo(most) < 0 ? left : most;
  }
}
