package dev.muster.core.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Incidents in the order of their opening, asked which of them an alert belongs to. */
final class ByOpening {
  private final List<Incident> incidents;

  /** The last end of all up to each. */
  private final List<Instant> lastEnds = new ArrayList<>();

  ByOpening(List<Incident> inOrder) {
    incidents = inOrder;
    Instant last = Instant.MIN;
    for (Incident incident : inOrder) {
      Instant until = incident.until();
      last = until.isAfter(last) ? until : last;
      lastEnds.add(last);
    }
  }

  /** All that it touches. */
  List<Incident> touching(Firing firing) {
    List<Incident> touching = new ArrayList<>();
    int from = after(firing.start());
    for (int i = from - 1; i >= 0 && reaches(i, firing); i--) {
      if (incidents.get(i).touches(firing)) {
        touching.add(0, incidents.get(i));
      }
    }
    for (int i = from; i < incidents.size() && incidents.get(i).touches(firing); i++) {
      touching.add(incidents.get(i));
    }
    return touching;
  }

  private boolean reaches(int index, Firing firing) {
    Instant last = Incident.later(lastEnds.get(index), Incident.AROUND);
    return !last.isBefore(firing.start());
  }

  /** The one opened nearest to its start, the earlier of two, if any was opened around it. */
  Optional<Incident> around(Firing firing) {
    int from = after(firing.start());
    Incident best = from == 0 ? null : firstOpenedWith(from - 1);
    if (from < incidents.size()
        && (best == null
            || incidents.get(from).distance(firing).compareTo(best.distance(firing)) < 0)) {
      best = incidents.get(from);
    }
    return Optional.ofNullable(best)
        .filter(nearest -> nearest.distance(firing).compareTo(Incident.AROUND) <= 0);
  }

  /** Of several opened at one instant, the first in order. */
  private Incident firstOpenedWith(int last) {
    int first = last;
    while (first > 0 && incidents.get(first - 1).opened().equals(incidents.get(last).opened())) {
      first--;
    }
    return incidents.get(first);
  }

  /** Index of the first opened after an instant. */
  private int after(Instant instant) {
    int low = 0;
    int high = incidents.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (incidents.get(middle).opened().isAfter(instant)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
