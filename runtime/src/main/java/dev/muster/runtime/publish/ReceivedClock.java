package dev.muster.runtime.publish;

import java.time.Clock;
import java.time.Instant;

/** When something was received: a clock that never goes back, even when the machine's does. */
public final class ReceivedClock {
  private final Clock clock;
  private long last = Long.MIN_VALUE;

  public ReceivedClock(Clock clock) {
    this.clock = clock;
  }

  public synchronized Instant now() {
    last = Math.max(last, clock.millis());
    return Instant.ofEpochMilli(last);
  }
}
