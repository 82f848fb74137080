package dev.muster.core.slo;

import java.time.Instant;
import java.util.Arrays;

/**
 * One hour of one SLO, minute by minute: what was counted, which minutes were sampled, which
 * samples are known, and which rules held at the end of each minute. Not for use by several
 * threads.
 */
public final class SliceHour {
  public static final int MINUTES = 60;

  /**
   * No slice counts more, so that the sum over 40 days still fits: two million million events in a
   * minute.
   */
  static final long MOST = 1L << 47;

  private static final long[] NONE = {};

  private final long hour;
  private long sampled;
  private long busy;
  private final long[] good = new long[MINUTES];
  private final long[] total = new long[MINUTES];
  private final long[][] known = new long[MINUTES][];
  private final byte[] held = new byte[MINUTES];

  /** Nothing of an hour, counted from the epoch. */
  public SliceHour(long hour) {
    this.hour = hour;
    Arrays.fill(known, NONE);
  }

  /** The hour that a slice lies in. */
  static long of(long slice) {
    return Math.floorDiv(slice, MINUTES);
  }

  /** The place of a slice within its hour. */
  static int minute(long slice) {
    return Math.floorMod(slice, MINUTES);
  }

  public long hour() {
    return hour;
  }

  /** When it began. */
  public Instant start() {
    return Slice.start(hour * MINUTES);
  }

  /** Bit by bit, the first minute lowest. */
  public long sampled() {
    return sampled;
  }

  public void setSampled(long minutes) {
    sampled = minutes;
  }

  public boolean isSampled(int minute) {
    return (sampled & (1L << minute)) != 0;
  }

  /** Returns whether it was not sampled before. */
  boolean sample(int minute) {
    boolean isNew = !isSampled(minute);
    sampled |= 1L << minute;
    return isNew;
  }

  /** Minutes in which something may have happened: some sample of theirs has events. */
  public long busy() {
    return busy;
  }

  public void setBusy(long minutes) {
    busy = minutes;
  }

  boolean isBusy(int minute) {
    return (busy & (1L << minute)) != 0;
  }

  void busy(int minute) {
    busy |= 1L << minute;
  }

  public long good(int minute) {
    return good[minute];
  }

  public long total(int minute) {
    return total[minute];
  }

  /** The identities of the samples of a minute; not to be changed. */
  public long[] known(int minute) {
    return known[minute];
  }

  boolean knows(int minute, long identity) {
    for (long each : known[minute]) {
      if (each == identity) {
        return true;
      }
    }
    return false;
  }

  /** Adds what a sample counts; the caller has seen that it is not known and fits. */
  public void add(int minute, long moreGood, long moreTotal, long identity) {
    good[minute] += moreGood;
    total[minute] += moreTotal;
    long[] before = known[minute];
    long[] after = Arrays.copyOf(before, before.length + 1);
    after[before.length] = identity;
    known[minute] = after;
  }

  boolean fits(int minute, long more) {
    return more <= MOST - total[minute];
  }

  /** Which kinds of rules held at the end of a minute: bits of {@link Held}. */
  public int held(int minute) {
    return held[minute];
  }

  public void hold(int minute, int bits) {
    held[minute] = (byte) bits;
  }

  /** As it was read or made: puts counts without a sample's name. */
  public void put(int minute, long countedGood, long countedTotal, long[] identities) {
    good[minute] = countedGood;
    total[minute] = countedTotal;
    known[minute] = identities;
  }
}
