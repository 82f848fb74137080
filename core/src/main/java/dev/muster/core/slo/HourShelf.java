package dev.muster.core.slo;

import org.jspecify.annotations.Nullable;

/** Where the hours of one SLO are kept. */
public interface HourShelf {
  /** Absent: nothing was sampled in it, or it is too old. */
  @Nullable SliceHour get(long hour);

  void put(SliceHour hour);

  void remove(long hour);

  /** All there are. */
  void clear();
}
