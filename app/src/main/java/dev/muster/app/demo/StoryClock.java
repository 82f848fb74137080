package dev.muster.app.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Shows the story's time while it is told, and the real one from then on. */
public final class StoryClock extends Clock {
  private final Clock real;
  private volatile @Nullable Instant told;

  public StoryClock(Clock real) {
    this.real = real;
    this.told = real.instant().minus(Story.LENGTH).minusSeconds(60);
  }

  void set(Instant now) {
    told = now;
  }

  void release() {
    told = null;
  }

  Clock real() {
    return real;
  }

  @Override
  public Instant instant() {
    Instant now = told;
    return now == null ? real.instant() : now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("the story is told in UTC");
  }
}
