package dev.muster.core.slo;

import dev.muster.core.slo.Budgeting.Timeslices;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one SLO: its hours, and running sums over windows that all end at one boundary.
 * Every sum equals what adding up all slices of its window would give. A minute costs the same
 * however long the windows are. Not for use by several threads.
 *
 * <p>The hours that windows begin in are held, so that each is read once an hour.
 */
public final class Ledger {
  /** Hours kept: the longest period, whatever the SLO's, so that it can be made longer. */
  public static final long KEPT_HOURS = Slo.LONGEST_PERIOD.toHours() + 1;

  /** What became of a sample. */
  public enum Entered {
    COUNTED,
    KNOWN,
    TOO_OLD,
    TOO_MANY
  }

  private final HourShelf shelf;
  private final Windows windows;
  private final Budgeting budgeting;
  private final Exclusions exclusions;
  private final @Nullable SliceHour[] edges;
  private SliceHour current;
  private long first;
  private long head;

  /**
   * As it was written down.
   *
   * @param windows up to the head
   * @param current the newest hour sampled
   * @param first the first slice ever sampled
   * @param head the boundary that the windows end at, as the number of the slice that begins there
   */
  public Ledger(
      HourShelf shelf, Windows windows, Rules rules, SliceHour current, long first, long head) {
    this.shelf = shelf;
    this.windows = windows;
    this.budgeting = rules.budgeting();
    this.exclusions = rules.exclusions();
    this.edges = new SliceHour[windows.size()];
    this.current = current;
    this.first = first;
    this.head = head;
  }

  /** Of an SLO whose first sample this is; it is not entered yet. */
  static Ledger begin(HourShelf shelf, Windows windows, Rules rules, Sample sample) {
    long slice = sample.slice();
    long first = Slice.at(sample.from());
    return new Ledger(shelf, windows, rules, new SliceHour(SliceHour.of(slice)), first, first);
  }

  /** What counts. */
  public record Rules(Budgeting budgeting, Exclusions exclusions) {}

  public Windows windows() {
    return windows;
  }

  /** The newest hour sampled; not on the shelf. */
  public SliceHour current() {
    return current;
  }

  public long first() {
    return first;
  }

  public long head() {
    return head;
  }

  /** Whether a slice was sampled. */
  boolean isSampled(long slice) {
    SliceHour hour = find(slice);
    return hour != null && hour.isSampled(SliceHour.minute(slice));
  }

  /** Whether something may have happened in a slice, counting or not. */
  boolean isBusy(long slice) {
    SliceHour hour = find(slice);
    return hour != null && hour.isBusy(SliceHour.minute(slice));
  }

  /** Notes which rules held at the head. */
  void hold(int bits) {
    SliceHour hour = find(head - 1);
    int minute = SliceHour.minute(head - 1);
    if (hour != null && hour.held(minute) != bits) {
      hour.hold(minute, bits);
      changed(hour);
    }
  }

  Entered enter(Sample sample) {
    long slice = sample.slice();
    if (SliceHour.of(slice) <= SliceHour.of(head) - KEPT_HOURS) {
      return Entered.TOO_OLD;
    }
    SliceHour hour = make(slice);
    int minute = SliceHour.minute(slice);
    if (hour.knows(minute, sample.identity())) {
      return Entered.KNOWN;
    } else if (!hour.fits(minute, sample.total())) {
      return Entered.TOO_MANY;
    }
    long begin = slice - minute;
    long oldest = Slice.at(sample.from());
    if (oldest < begin) {
      SliceHour before = make(oldest);
      cover(before, oldest, begin - 1, sample.total() > 0);
      changed(before);
    }
    cover(hour, Math.max(oldest, begin), slice, sample.total() > 0);
    long charged = charged(slice);
    int at = SliceHour.minute(charged);
    long good = good(hour, at, charged);
    long total = total(hour, at, charged);
    hour.add(minute, sample.good(), sample.total(), sample.identity());
    count(charged, good(hour, at, charged) - good, total(hour, at, charged) - total);
    changed(hour);
    first = Math.min(first, oldest);
    return Entered.COUNTED;
  }

  private void cover(SliceHour hour, long from, long last, boolean busy) {
    for (long slice = from; slice <= last; slice++) {
      if (busy) {
        hour.busy(SliceHour.minute(slice));
      }
      if (hour.sample(SliceHour.minute(slice))) {
        sampled(slice);
      }
    }
  }

  private void sampled(long slice) {
    if (slice < head) {
      for (int w = windows.size() - 1; w >= 0 && slice >= head - windows.minutes(w); w--) {
        windows.sample(w, 1);
      }
    }
  }

  private void count(long slice, long good, long total) {
    if (slice < head) {
      for (int w = windows.size() - 1; w >= 0 && slice >= head - windows.minutes(w); w--) {
        windows.count(w, good, total);
      }
    }
  }

  /** Moves all windows on by a minute. */
  void advance() {
    SliceHour in = find(head);
    int minute = SliceHour.minute(head);
    long good = in == null ? 0 : good(in, minute, head);
    long total = in == null ? 0 : total(in, minute, head);
    long sampled = in != null && in.isSampled(minute) ? 1 : 0;
    for (int w = 0; w < windows.size(); w++) {
      windows.count(w, good, total);
      windows.sample(w, sampled);
      long out = head - windows.minutes(w);
      if (out >= first) {
        leave(w, out);
      }
    }
    head++;
    if (SliceHour.minute(head) == 0) {
      shelf.remove(SliceHour.of(head) - KEPT_HOURS);
    }
  }

  private void leave(int window, long slice) {
    SliceHour hour = edge(window, SliceHour.of(slice));
    int minute = SliceHour.minute(slice);
    windows.count(window, -good(hour, minute, slice), -total(hour, minute, slice));
    windows.sample(window, hour.isSampled(minute) ? -1 : 0);
  }

  /** Adds everything up anew, by rules that changed. */
  Ledger by(Windows fresh, Rules rules, long boundary) {
    Ledger ledger = new Ledger(shelf, fresh, rules, current, first, boundary);
    long from = Math.max(first, boundary - fresh.minutes(fresh.size() - 1));
    for (long hour = SliceHour.of(from); hour <= SliceHour.of(boundary - 1); hour++) {
      SliceHour each = find(hour * SliceHour.MINUTES);
      if (each != null) {
        long begin = hour * SliceHour.MINUTES;
        ledger.add(each, Math.max(from, begin), Math.min(boundary, begin + SliceHour.MINUTES));
      }
    }
    return ledger;
  }

  private void add(SliceHour hour, long from, long to) {
    for (long slice = from; slice < to; slice++) {
      int minute = SliceHour.minute(slice);
      count(slice, good(hour, minute, slice), total(hour, minute, slice));
      if (hour.isSampled(minute)) {
        sampled(slice);
      }
    }
  }

  /** The slice at which what happened in a slice counts. */
  private long charged(long slice) {
    if (budgeting instanceof Timeslices slices) {
      long length = slices.slice().toMinutes();
      return Math.floorDiv(slice, length) * length + length - 1;
    }
    return slice;
  }

  long good(SliceHour hour, int minute, long slice) {
    if (budgeting instanceof Timeslices slices) {
      return charged(slice) == slice && isGood(slices, hour, minute, slice) ? 1 : 0;
    }
    return exclusions.hold(slice) ? 0 : hour.good(minute);
  }

  long total(SliceHour hour, int minute, long slice) {
    if (budgeting instanceof Timeslices slices) {
      return charged(slice) == slice && sum(slices, hour, minute, slice, false) > 0 ? 1 : 0;
    }
    return exclusions.hold(slice) ? 0 : hour.total(minute);
  }

  private boolean isGood(Timeslices slices, SliceHour hour, int minute, long slice) {
    return Fraction.of(slices.target())
        .isReachedBy(
            sum(slices, hour, minute, slice, true), sum(slices, hour, minute, slice, false));
  }

  /** A time slice lies within one hour. */
  private long sum(Timeslices slices, SliceHour hour, int minute, long slice, boolean ofGood) {
    long sum = 0;
    for (int i = 0; i < slices.slice().toMinutes(); i++) {
      if (!exclusions.hold(slice - i)) {
        sum += ofGood ? hour.good(minute - i) : hour.total(minute - i);
      }
    }
    return sum;
  }

  @Nullable SliceHour find(long slice) {
    long hour = SliceHour.of(slice);
    if (hour == current.hour()) {
      return current;
    }
    for (SliceHour edge : edges) {
      if (edge != null && edge.hour() == hour) {
        return edge;
      }
    }
    return hour > current.hour() ? null : shelf.get(hour);
  }

  private SliceHour edge(int window, long hour) {
    if (hour == current.hour()) {
      return current;
    }
    SliceHour held = edges[window];
    if (held == null || held.hour() != hour) {
      held = Objects.requireNonNullElseGet(shelf.get(hour), () -> new SliceHour(hour));
      edges[window] = held;
    }
    return held;
  }

  /** A later hour than the newest seals that one. */
  private SliceHour make(long slice) {
    long hour = SliceHour.of(slice);
    if (hour > current.hour()) {
      keep(current);
      current = new SliceHour(hour);
    }
    SliceHour found = find(slice);
    return found == null ? new SliceHour(hour) : found;
  }

  private void changed(SliceHour hour) {
    if (hour.hour() != current.hour()) {
      keep(hour);
    }
  }

  /** A window's edge may hold an older reading of it. */
  private void keep(SliceHour hour) {
    shelf.put(hour);
    for (int w = 0; w < edges.length; w++) {
      SliceHour edge = edges[w];
      if (edge != null && edge.hour() == hour.hour()) {
        edges[w] = hour;
      }
    }
  }
}
