package dev.muster.core.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds since when something has stood as it stands, without interruption. */
final class Since {
  private final Instant floor;
  private final Instant at;

  /**
   * Looks back from an instant.
   *
   * @param ruleSince when the rule came into force: it says nothing of what was before
   */
  Since(Instant ruleSince, Instant at) {
    this.floor = ruleSince.isAfter(at) ? at : ruleSince;
    this.at = at;
  }

  /** The earliest instant there is. */
  Instant floor() {
    return floor;
  }

  /**
   * The beginning of a status.
   *
   * @param status as it is now
   * @param before how it stood when last judged by the same rule; carries the beginning over what
   *     was dropped
   */
  Instant of(Case asked, Status status, GateMark.@Nullable Mark before) {
    Case.Turns turns = new Case.Turns();
    asked.turns(turns);
    Instant horizon = turns.horizon();
    boolean dropped = horizon != null && horizon.isAfter(floor);
    Instant known = dropped && horizon != null ? horizon : floor;
    List<Instant> earlier =
        new ArrayList<>(turns.instants().headSet(at, true).tailSet(known, false));
    earlier.add(0, known);
    Instant since = at;
    for (int i = earlier.size() - 1; i >= 0; i--) {
      if (asked.status(earlier.get(i)) != status) {
        return since;
      }
      since = earlier.get(i);
    }
    return dropped && before != null && before.status() == status && before.since().isBefore(since)
        ? before.since()
        : since;
  }
}
