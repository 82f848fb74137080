package dev.muster.core.alert.book;

import dev.muster.core.alert.Alerts;
import dev.muster.core.alert.Firing;
import dev.muster.core.alert.Occurrence;
import dev.muster.core.alert.noise.Deployments;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The span of what of one rule began before the last week closed, and may still change. */
public record Lasting(Instant from, Instant until) {

  /** By rule. */
  static Map<String, Lasting> of(Alerts alerts, Instant closed) {
    Map<String, Lasting> lasting = new HashMap<>();
    for (List<Occurrence> occurrences : alerts.occurrences().values()) {
      for (Occurrence one : occurrences) {
        add(lasting, one.rule(), new Lasting(one.begin(), one.until()), closed);
      }
    }
    alerts
        .muted()
        .forEach(
            (rule, firings) -> {
              for (Firing firing : firings) {
                add(lasting, rule, new Lasting(firing.start(), firing.until()), closed);
              }
            });
    return lasting;
  }

  private static void add(Map<String, Lasting> all, String rule, Lasting one, Instant closed) {
    if (one.from.isBefore(closed) && reaches(one.until, closed)) {
      all.merge(rule, one, Lasting::and);
    }
  }

  private Lasting and(Lasting other) {
    return new Lasting(
        from.isBefore(other.from) ? from : other.from,
        until.isAfter(other.until) ? until : other.until);
  }

  /** Whether an instant can still be about it: somebody may mend for a while. */
  static boolean reaches(Instant until, Instant instant) {
    return reaches(until, instant, Deployments.MENDS);
  }

  boolean isOpen() {
    return until.equals(Instant.MAX);
  }

  boolean reaches(Instant instant, Duration after) {
    return reaches(until, instant, after);
  }

  private static boolean reaches(Instant until, Instant instant, Duration after) {
    return until.equals(Instant.MAX) || !until.plus(after).isBefore(instant);
  }
}
