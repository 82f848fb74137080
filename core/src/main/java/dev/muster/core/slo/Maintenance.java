package dev.muster.core.slo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was told of planned work on one service. It takes slices out from when it was told on, never
 * before: nobody wipes a spent budget afterwards.
 */
public record Maintenance(List<Told> told) {
  public static final Maintenance NONE = new Maintenance(List.of());

  public Maintenance {
    told = List.copyOf(told);
  }

  /**
   * One update of one notice.
   *
   * @param at when it was told
   * @param planned whether the work is still to be done or under way; false once it is over or
   *     called off
   * @param from inclusive, absent: from when it was told
   * @param to exclusive, absent: until it is told to be over
   */
  public record Told(
      String notice, Instant at, boolean planned, @Nullable Instant from, @Nullable Instant to) {}

  /** One more, of those told at the same instant the newest. */
  public Maintenance with(Told update) {
    List<Told> all = new ArrayList<>(told);
    all.add(update);
    return new Maintenance(all);
  }

  /** Without what ended before an instant. */
  public Maintenance since(Instant kept) {
    Map<String, Instant> ends = new TreeMap<>();
    told.forEach(each -> ends.merge(each.notice(), end(each), Maintenance::later));
    return new Maintenance(
        told.stream()
            .filter(each -> !Objects.requireNonNull(ends.get(each.notice())).isBefore(kept))
            .toList());
  }

  private static Instant end(Told update) {
    Instant to = update.planned() ? update.to() : update.at();
    return to == null ? Instant.MAX : later(to, update.at());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** The slices that begin while it was told that work is planned for then. */
  public Exclusions exclusions() {
    Map<String, List<Told>> notices = new TreeMap<>();
    told.stream()
        .sorted(Comparator.comparing(Told::at))
        .forEach(
            each -> notices.computeIfAbsent(each.notice(), any -> new ArrayList<>()).add(each));
    List<Exclusions.Span> spans = new ArrayList<>();
    for (List<Told> updates : notices.values()) {
      for (int i = 0; i < updates.size(); i++) {
        Instant next = i + 1 < updates.size() ? updates.get(i + 1).at() : null;
        add(spans, updates.get(i), next);
      }
    }
    return new Exclusions(spans);
  }

  private static void add(List<Exclusions.Span> spans, Told update, @Nullable Instant next) {
    if (!update.planned()) {
      return;
    }
    Instant from = update.from() == null ? update.at() : later(update.from(), update.at());
    long to = Math.min(first(update.to()), first(next));
    long begin = first(from);
    if (begin < to) {
      spans.add(new Exclusions.Span(begin, to));
    }
  }

  /** The first slice that begins at or after an instant; none is without end. */
  private static long first(@Nullable Instant instant) {
    if (instant == null) {
      return Long.MAX_VALUE;
    }
    long slice = Slice.at(instant);
    return Slice.start(slice).equals(instant) ? slice : slice + 1;
  }
}
