package dev.muster.core.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One episode of one series, all its starts together.
 *
 * @param until its end; of one whose end nobody saw the newest event of it; of an open one for ever
 */
public record Firing(Episode episode, Ending ending, Instant until) {
  /** A start that moves by less while the episode is open begins none. */
  public static final Duration MOVES = Duration.ofMinutes(5);

  public static final Comparator<Firing> BY_START =
      Comparator.comparing(Firing::start)
          .thenComparing(firing -> firing.episode().id().source())
          .thenComparing(firing -> firing.episode().id().fingerprint());

  /** How it stands with its end. */
  public enum Ending {
    /** Told. */
    RESOLVED,
    OPEN,
    /** Over, but nobody told since when: it counts for no duration. */
    UNSEEN
  }

  public Instant start() {
    return episode.startedAt();
  }

  /** Whether somebody could notice it. */
  public boolean isNotified() {
    return episode.isNotified();
  }

  /**
   * The episodes of one series. A series fires but once at a time: the next episode's beginning
   * ends one whose end was not told.
   *
   * @param rows of one source and fingerprint, in the order of their starts
   */
  static List<Firing> of(Iterable<Episode> rows, Instant now) {
    List<Firing> firings = new ArrayList<>();
    Episode current = null;
    Instant lastStart = Instant.MIN;
    for (Episode row : rows) {
      if (!row.isTold()) {
        continue;
      }
      if (current != null && isSame(current, lastStart, row)) {
        current = current.and(row);
      } else {
        if (current != null) {
          firings.add(ended(current, row.startedAt()));
        }
        current = row;
      }
      lastStart = row.startedAt();
    }
    if (current != null) {
      Instant unheard = current.unheardAt();
      boolean over = unheard == null || !unheard.isAfter(now);
      firings.add(over ? ended(current, null) : new Firing(current, Ending.OPEN, Instant.MAX));
    }
    return firings;
  }

  /**
   * Whether a later start is another word for the same episode: it moved by little, or the earlier
   * one was told after it (a second Prometheus had seen it sooner), and it was open all the while.
   */
  private static boolean isSame(Episode current, Instant lastStart, Episode row) {
    Instant end = current.end();
    if (end != null && end.isBefore(row.startedAt())) {
      return false;
    }
    return row.startedAt().isBefore(lastStart.plus(MOVES)) || movedEarlier(current, row);
  }

  private static boolean movedEarlier(Episode earlier, Episode row) {
    Instant told = earlier.times().firstReceived();
    Instant before = row.times().firstReceived();
    Instant end = row.end();
    return told != null
        && before != null
        && told.isAfter(before)
        && (end == null || end.isAfter(told));
  }

  private static Firing ended(Episode episode, @Nullable Instant next) {
    Instant end = episode.end();
    if (end != null) {
      return new Firing(episode, Ending.RESOLVED, end);
    }
    Instant told = episode.times().lastTold();
    Instant until = told == null || told.isBefore(episode.startedAt()) ? episode.startedAt() : told;
    return new Firing(episode, Ending.UNSEEN, next != null && next.isBefore(until) ? next : until);
  }
}
