package dev.muster.core.slo;

import java.time.Duration;
import java.util.Arrays;
import java.util.TreeSet;

/**
 * What was counted in each of an SLO's windows up to the same boundary. Sums of slices that count;
 * sampled slices whether they count or not.
 */
public final class Windows {
  /** What NO_TRAFFIC looks at. */
  static final Duration TRAFFIC = Duration.ofMinutes(5);

  /** What AT_RISK and the time to exhaustion look at. */
  static final Duration PACE = Duration.ofHours(1);

  private final long[] minutes;
  private final long[] good;
  private final long[] total;
  private final long[] sampled;

  private Windows(long[] minutes) {
    this.minutes = minutes;
    this.good = new long[minutes.length];
    this.total = new long[minutes.length];
    this.sampled = new long[minutes.length];
  }

  /** Those that an SLO needs, shortest first, with nothing counted. */
  public static Windows of(Slo slo) {
    TreeSet<Long> lengths = new TreeSet<>();
    lengths.add(TRAFFIC.toMinutes());
    lengths.add(PACE.toMinutes());
    lengths.add(slo.period().toMinutes());
    for (BurnRule rule : slo.rules()) {
      lengths.add(rule.longWindow().toMinutes());
      lengths.add(rule.shortWindow().toMinutes());
    }
    return new Windows(lengths.stream().mapToLong(Long::longValue).toArray());
  }

  public int size() {
    return minutes.length;
  }

  /** Length of a window. */
  public long minutes(int window) {
    return minutes[window];
  }

  /** Which window has a length. */
  public int of(Duration length) {
    int found = Arrays.binarySearch(minutes, length.toMinutes());
    if (found < 0) {
      throw new IllegalArgumentException("need a window of the SLO, got " + length);
    }
    return found;
  }

  public long good(int window) {
    return good[window];
  }

  public long total(int window) {
    return total[window];
  }

  public long bad(int window) {
    return total[window] - good[window];
  }

  /** How many of its slices were sampled. */
  public long sampled(int window) {
    return sampled[window];
  }

  void count(int window, long moreGood, long moreTotal) {
    good[window] += moreGood;
    total[window] += moreTotal;
  }

  void sample(int window, long more) {
    sampled[window] += more;
  }

  /** As they were read. */
  public void put(int window, long countedGood, long countedTotal, long slicesSampled) {
    good[window] = countedGood;
    total[window] = countedTotal;
    sampled[window] = slicesSampled;
  }
}
