package dev.muster.core.slo;

import java.time.Duration;
import java.time.Instant;

/** One minute of UTC, the grain of every window. */
public final class Slice {
  public static final Duration LENGTH = Duration.ofMinutes(1);

  private static final int SECONDS = 60;

  private Slice() {}

  /** The minute that an instant lies in, counted from the epoch. */
  public static long at(Instant instant) {
    return Math.floorDiv(instant.getEpochSecond(), SECONDS);
  }

  /** The minute that holds the last instant before an end. */
  public static long before(Instant end) {
    return at(end.minusNanos(1));
  }

  /** The first instant of a minute. */
  public static Instant start(long minute) {
    return Instant.ofEpochSecond(minute * SECONDS);
  }

  /** Whether it is of whole minutes. */
  public static boolean isWhole(Duration duration) {
    return duration.toNanos() % LENGTH.toNanos() == 0;
  }
}
