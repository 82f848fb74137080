package dev.muster.app.demo;

import java.time.Duration;
import java.time.Instant;

/** A time in which some requests fail. */
record Trouble(Instant from, Instant to, double badShare) {
  /** Below it nobody is called. */
  private static final double FELT = 0.02;

  static Trouble of(Instant from, Duration length, double badShare) {
    return new Trouble(from, from.plus(length), badShare);
  }

  /** Its share of all requests of a span. */
  double within(Instant spanFrom, Instant spanTo) {
    Instant first = from.isAfter(spanFrom) ? from : spanFrom;
    Instant last = to.isBefore(spanTo) ? to : spanTo;
    Duration shared = Duration.between(first, last);
    return shared.isNegative()
        ? 0
        : badShare * shared.toSeconds() / Duration.between(spanFrom, spanTo).toSeconds();
  }

  /** Whether the pager rings. */
  boolean isFelt() {
    return badShare >= FELT;
  }
}
