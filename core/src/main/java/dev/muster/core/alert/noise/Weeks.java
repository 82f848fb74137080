package dev.muster.core.alert.noise;

import dev.muster.core.alert.Tenure;
import dev.muster.core.alert.Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The weeks of one service, without gaps. Each begins on the clock of the rotation that the service
 * had a day before its Monday began in UTC, so that its beginning is known before it comes.
 */
public final class Weeks {
  private static final Duration BEFORE = Duration.ofDays(1);

  private final Tenure tenure;

  /** Asked for again and again; dear to work out. */
  private final Map<IsoWeek, Instant> beginnings = new HashMap<>();

  public Weeks(Tenure tenure) {
    this.tenure = tenure;
  }

  public Tenure tenure() {
    return tenure;
  }

  /** The week an instant lies in. */
  public IsoWeek of(Instant instant) {
    IsoWeek week = IsoWeek.of(instant, ZoneOffset.UTC);
    if (instant.isBefore(from(week))) {
      return week.plus(-1);
    }
    return instant.isBefore(to(week)) ? week : week.plus(1);
  }

  public Instant from(IsoWeek week) {
    Instant known = beginnings.get(week);
    if (known == null) {
      known = week.start(zone(week));
      beginnings.put(week, known);
    }
    return known;
  }

  public Instant to(IsoWeek week) {
    return from(week.plus(1));
  }

  /** On whose clock it begins. */
  public ZoneId zone(IsoWeek week) {
    Terms terms = terms(week);
    return terms == null ? ZoneOffset.UTC : terms.zone();
  }

  /** What was in force then. */
  @Nullable Terms terms(IsoWeek week) {
    return tenure.at(week.start(ZoneOffset.UTC).minus(BEFORE));
  }
}
