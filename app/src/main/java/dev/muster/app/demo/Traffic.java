package dev.muster.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;

/** How many come: few at night, most in the afternoon. */
final class Traffic {
  private Traffic() {}

  static long requests(double perSecond, Instant at, Duration span, Random random) {
    double hour = at.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / 3600.0;
    double day = 0.55 + 0.45 * Math.sin((hour - 9) / 24 * 2 * Math.PI);
    return Math.round(perSecond * span.toSeconds() * day * (0.95 + 0.1 * random.nextDouble()));
  }
}
