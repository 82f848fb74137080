package dev.muster.bench;

import dev.muster.core.slo.BurnBook;
import dev.muster.core.slo.Exclusions;
import dev.muster.core.slo.HourShelf;
import dev.muster.core.slo.Sample;
import dev.muster.core.slo.SliceHour;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What one boundary costs: a sample of each of a thousand SLOs is read, all windows move on by a
 * minute, all rules are judged. No store and no bytes; the hours are on the heap.
 *
 * @param nanos of processor time for all of them, the median of many boundaries
 */
record Boundary(int slos, long nanos) {
  private static final int SLOS = 1_000;
  private static final int WARM = 240;
  private static final int MEASURED = 240;

  static Boundary measure() {
    Instant at = Instant.parse("2026-01-01T00:00:00Z");
    Random random = new Random(7);
    List<BurnBook> books = new ArrayList<>();
    for (int i = 0; i < SLOS; i++) {
      books.add(BurnBook.define(Town.AVAILABILITY, new Heap(), Exclusions.NONE, at));
    }
    List<Long> nanos = new ArrayList<>();
    var threads = java.lang.management.ManagementFactory.getThreadMXBean();
    for (int minute = 0; minute < WARM + MEASURED; minute++) {
      Instant from = at;
      at = at.plusSeconds(60);
      List<Sample> samples = new ArrayList<>();
      for (int i = 0; i < SLOS; i++) {
        samples.add(new Sample(from, at, 990 + random.nextInt(11), 1_000, random.nextLong()));
      }
      long begun = threads.getCurrentThreadCpuTime();
      for (int i = 0; i < SLOS; i++) {
        books.get(i).read(samples.get(i), at, at, any -> {});
      }
      if (minute >= WARM) {
        nanos.add(threads.getCurrentThreadCpuTime() - begun);
      }
    }
    return new Boundary(SLOS, nanos.stream().sorted().toList().get(MEASURED / 2));
  }

  /** Microseconds for one. */
  double microsEach() {
    return nanos / 1e3 / slos;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "one boundary of %,d SLOs: %.2f ms of processor time", slos, nanos / 1e6);
  }

  private static final class Heap implements HourShelf {
    private final Map<Long, SliceHour> hours = new HashMap<>();

    @Override
    public @Nullable SliceHour get(long hour) {
      return hours.get(hour);
    }

    @Override
    public void put(SliceHour hour) {
      hours.put(hour.hour(), hour);
    }

    @Override
    public void remove(long hour) {
      hours.remove(hour);
    }

    @Override
    public void clear() {
      hours.clear();
    }
  }
}
