package dev.muster.core.alert.noise;

import java.time.Instant;
import java.util.List;

/**
 * What one week of one service adds to its rotation's.
 *
 * @param fired occurrences
 * @param pages that interrupted somebody of the rotation, in order
 * @param unjoined pages of other sources that are none of the authority's incidents, when each
 *     began, in order
 * @param proposalsOpen that nobody answered yet
 */
public record RotationShare(
    String rotation, long fired, List<Paged> pages, List<Instant> unjoined, long proposalsOpen) {
  public RotationShare {
    pages = List.copyOf(pages);
    unjoined = List.copyOf(unjoined);
  }

  /**
   * One page.
   *
   * @param key the authority's name for it: a group that holds alerts of several services is told
   *     by each of them
   */
  public record Paged(String key, Instant opened, HourClass hour) {}

  /** Of a service that adds nothing. */
  public static RotationShare nothing(String rotation) {
    return new RotationShare(rotation, 0, List.of(), List.of(), 0);
  }

  /** Whether it changes no sum. */
  public boolean isNothing() {
    return fired == 0 && pages.isEmpty() && unjoined.isEmpty() && proposalsOpen == 0;
  }
}
