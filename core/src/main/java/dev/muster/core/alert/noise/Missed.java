package dev.muster.core.alert.noise;

import dev.muster.core.alert.Incident;
import dev.muster.core.alert.Page;
import dev.muster.core.slo.Slice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Minutes in which a budget called for a page and none was open. */
final class Missed {
  private Missed() {}

  /**
   * How many.
   *
   * @param calling in order, apart
   * @param pages in the order of their opening
   */
  static long minutes(List<Confirmation.Span> calling, List<Page> pages) {
    List<Confirmation.Span> open = open(pages);
    long missed = 0;
    for (Confirmation.Span span : calling) {
      for (long minute = Slice.at(span.from()); minute < Slice.at(span.to()); minute++) {
        Instant from = Slice.start(minute);
        if (!isOpen(open, from, from.plus(Slice.LENGTH))) {
          missed++;
        }
      }
    }
    return missed;
  }

  /** Joined to spans that do not touch. */
  private static List<Confirmation.Span> open(List<Page> pages) {
    List<Confirmation.Span> open = new ArrayList<>();
    for (Page page : pages) {
      Incident incident = page.incident();
      int last = open.size() - 1;
      if (last >= 0 && !incident.opened().isAfter(open.get(last).to())) {
        Instant to = max(open.get(last).to(), incident.until());
        open.set(last, new Confirmation.Span(open.get(last).from(), to));
      } else {
        open.add(new Confirmation.Span(incident.opened(), incident.until()));
      }
    }
    return open;
  }

  private static Instant max(Instant one, Instant other) {
    return List.of(one, other).stream().max(Comparator.naturalOrder()).orElseThrow();
  }

  private static boolean isOpen(List<Confirmation.Span> open, Instant from, Instant to) {
    int low = 0;
    int high = open.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (open.get(middle).from().isBefore(to)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low > 0 && !open.get(low - 1).to().isBefore(from);
  }
}
