package dev.muster.sink.page;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How near the end of something is that only a person can renew. */
public enum Urgency {
  /** At most 14 days. */
  SOON(Mark.SOON),
  /** At most 3 days. */
  NEAR(Mark.OLD),
  /** The last day, or past. */
  NOW(Mark.FAILED);

  /** From when on it is told at all. */
  static final Duration FIRST = Duration.ofDays(14);

  private static final Duration SECOND = Duration.ofDays(3);
  private static final Duration LAST = Duration.ofDays(1);

  private final Mark mark;

  Urgency(Mark mark) {
    this.mark = mark;
  }

  /** Absent while there is time. */
  static @Nullable Urgency of(Instant end, Instant now) {
    Duration left = Duration.between(now, end);
    if (left.compareTo(FIRST) > 0) {
      return null;
    } else if (left.compareTo(SECOND) > 0) {
      return SOON;
    }
    return left.compareTo(LAST) > 0 ? NEAR : NOW;
  }

  public Mark mark() {
    return mark;
  }
}
