package dev.muster.core.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What overlaps or follows within a while belongs together. */
final class Runs {
  private Runs() {}

  /**
   * The runs among firings.
   *
   * @param firings in the order of their starts
   */
  static List<List<Firing>> of(List<Firing> firings, Duration follows) {
    List<List<Firing>> runs = new ArrayList<>();
    List<Firing> run = new ArrayList<>();
    Instant until = Instant.MIN;
    for (Firing firing : firings) {
      if (!run.isEmpty() && firing.start().isAfter(Incident.later(until, follows))) {
        runs.add(run);
        run = new ArrayList<>();
        until = Instant.MIN;
      }
      run.add(firing);
      until = firing.until().isAfter(until) ? firing.until() : until;
    }
    if (!run.isEmpty()) {
      runs.add(run);
    }
    return runs;
  }
}
