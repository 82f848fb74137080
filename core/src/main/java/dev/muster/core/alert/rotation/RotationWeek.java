package dev.muster.core.alert.rotation;

import dev.muster.core.alert.noise.HourClass;
import dev.muster.core.alert.noise.RotationShare;
import dev.muster.core.alert.noise.RotationShare.Paged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One closed week of one rotation.
 *
 * @param fired occurrences of all its services
 * @param pages by hour class; a group that holds alerts of several services is one page
 * @param mostPagesPerShift the most that were opened within any {@link #SHIFT}
 * @param proposalsOpen that nobody answered yet
 */
public record RotationWeek(
    long fired,
    Map<HourClass, Long> pages,
    long unjoined,
    long mostPagesPerShift,
    long proposalsOpen) {
  public static final Duration SHIFT = Duration.ofHours(12);

  /** What several services tell of one group within it is one notification. */
  static final Duration TOGETHER = Duration.ofMinutes(5);

  public RotationWeek {
    pages = Map.copyOf(pages);
  }

  /** Of what its services add. */
  public static RotationWeek of(Collection<RotationShare> shares) {
    List<Paged> pages = pages(shares);
    Map<HourClass, Long> byHour = new EnumMap<>(HourClass.class);
    pages.forEach(page -> byHour.merge(page.hour(), 1L, Long::sum));
    return new RotationWeek(
        shares.stream().mapToLong(RotationShare::fired).sum(),
        byHour,
        shares.stream().mapToLong(share -> share.unjoined().size()).sum(),
        most(pages),
        shares.stream().mapToLong(RotationShare::proposalsOpen).sum());
  }

  private static List<Paged> pages(Collection<RotationShare> shares) {
    List<Paged> told =
        shares.stream()
            .flatMap(share -> share.pages().stream())
            .sorted(Comparator.comparing(Paged::opened).thenComparing(Paged::hour))
            .toList();
    Map<String, Instant> last = new HashMap<>();
    List<Paged> pages = new ArrayList<>();
    for (Paged page : told) {
      Instant before = last.put(page.key(), page.opened());
      if (before == null || page.opened().isAfter(before.plus(TOGETHER))) {
        pages.add(page);
      }
    }
    return pages;
  }

  private static long most(List<Paged> inOrder) {
    int most = 0;
    int first = 0;
    for (int last = 0; last < inOrder.size(); last++) {
      Instant shift = inOrder.get(last).opened().minus(SHIFT);
      while (!inOrder.get(first).opened().isAfter(shift)) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  public long pagesInAll() {
    return pages.values().stream().mapToLong(Long::longValue).sum();
  }
}
