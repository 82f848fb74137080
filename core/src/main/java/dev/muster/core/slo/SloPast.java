package dev.muster.core.slo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an SLO's minutes say of an interval of the last 40 days: whether it suffered, for how long
 * it was measured, which minutes should have woken somebody. Of one moment: hours that were read
 * are held.
 */
public final class SloPast {
  /** Losing this share of the period's budget is suffering, whatever the rules said. */
  private static final int PERCENT = 100;

  private final Slo slo;
  private final Ledger ledger;
  private final Map<Long, Optional<SliceHour>> read = new HashMap<>();

  SloPast(Slo slo, Ledger ledger) {
    this.slo = slo;
    this.ledger = ledger;
  }

  /** Of an SLO that is kept elsewhere. */
  SloPast(SloCopy copy, HourShelf hours) {
    this(copy.slo(), copy.ledger(hours));
  }

  /**
   * Whether a rule that is told held at the end of some minute of an interval, or at least a
   * hundredth of the budget of the period that ends with it was spent in it. The minutes that both
   * instants lie in count.
   */
  public boolean confirms(Instant from, Instant to) {
    long first = Slice.at(from);
    long end = Slice.at(to) + 1;
    for (long slice = first; slice < end; slice++) {
      if ((held(slice) & (Held.PAGE | Held.TICKET)) != 0) {
        return true;
      }
    }
    long bad = bad(first, end);
    long total = total(end - slo.period().toMinutes(), end);
    return bad > 0 && slo.allowed().isReachedBy(PERCENT * bad, total);
  }

  /** How many minutes of an interval were sampled. */
  public long sampled(Instant from, Instant to) {
    long found = 0;
    long end = Slice.before(to) + 1;
    for (long slice = Slice.at(from); slice < end; slice++) {
      found += isSampled(slice) ? 1 : 0;
    }
    return found;
  }

  /** From, inclusive, to, exclusive. */
  public record Span(Instant from, Instant to) {}

  /** The minutes of an interval that ended with a page over six hours, in order, apart. */
  public List<Span> paging(Instant from, Instant to) {
    List<Span> spans = new ArrayList<>();
    long end = Slice.before(to) + 1;
    long begun = -1;
    for (long slice = Slice.at(from); slice <= end; slice++) {
      boolean pages = slice < end && (held(slice) & Held.LASTING_PAGE) != 0;
      if (pages && begun < 0) {
        begun = slice;
      } else if (!pages && begun >= 0) {
        spans.add(new Span(Slice.start(begun), Slice.start(slice)));
        begun = -1;
      }
    }
    return spans;
  }

  /** What was before it cannot be asked any more. */
  public Instant reach() {
    return Slice.start((SliceHour.of(ledger.head()) - Ledger.KEPT_HOURS + 1) * SliceHour.MINUTES);
  }

  private boolean isSampled(long slice) {
    SliceHour hour = hour(slice);
    return hour != null && hour.isSampled(SliceHour.minute(slice));
  }

  private int held(long slice) {
    SliceHour hour = hour(slice);
    return hour == null ? 0 : hour.held(SliceHour.minute(slice));
  }

  private long bad(long from, long end) {
    long sum = 0;
    for (long slice = from; slice < end; slice++) {
      SliceHour hour = hour(slice);
      if (hour != null) {
        int minute = SliceHour.minute(slice);
        sum += ledger.total(hour, minute, slice) - ledger.good(hour, minute, slice);
      }
    }
    return sum;
  }

  private long total(long from, long end) {
    long sum = 0;
    for (long slice = from; slice < end; slice++) {
      SliceHour hour = hour(slice);
      sum += hour == null ? 0 : ledger.total(hour, SliceHour.minute(slice), slice);
    }
    return sum;
  }

  private @Nullable SliceHour hour(long slice) {
    return read.computeIfAbsent(SliceHour.of(slice), any -> Optional.ofNullable(ledger.find(slice)))
        .orElse(null);
  }
}
