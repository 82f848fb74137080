package dev.muster.core.slo;

import java.time.Duration;
import java.time.Instant;

/**
 * Counts of one interval.
 *
 * @param from inclusive
 * @param to exclusive; its counts belong to the slice that holds the last instant before it
 * @param good 0 to total
 * @param total at most {@link #MOST}
 * @param identity a hash of source and id, of which {@link #IDENTITY_BITS} bits count
 */
public record Sample(Instant from, Instant to, long good, long total, long identity) {
  /** What a double counts exactly. */
  public static final long MOST = 1L << 53;

  /** Enough: only samples of one slice are told apart by it. */
  public static final int IDENTITY_BITS = 48;

  public Sample {
    if (good < 0 || good > total || total > MOST) {
      throw new IllegalArgumentException(
          "need 0 <= good <= total <= 2^53, got " + good + "/" + total);
    } else if (!from.isBefore(to) || Duration.between(from, to).compareTo(Slo.LONGEST_SAMPLE) > 0) {
      throw new IllegalArgumentException(
          "need from < to, at most an hour apart, got " + from + " to " + to);
    }
    identity &= (1L << IDENTITY_BITS) - 1;
  }

  /** The slice its counts belong to. */
  long slice() {
    return Slice.before(to);
  }
}
