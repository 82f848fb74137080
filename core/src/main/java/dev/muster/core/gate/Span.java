package dev.muster.core.gate;

import dev.muster.core.catalogue.Dataset;
import dev.muster.core.catalogue.Requirement.Freshness;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How long evidence is good for.
 *
 * @param limit from its own time
 * @param warning how long before its end it is said to run out
 * @param remembered how long something seen is asked for, though it is not declared
 */
record Span(Duration limit, Duration warning, Duration remembered) {
  private static final Duration DAY = Duration.ofDays(1);

  static Span of(Freshness freshness, @Nullable Dataset dataset) {
    Duration limit = limit(freshness, dataset);
    return new Span(limit, warning(limit), shorter(limit.multipliedBy(2), Freshness.MAX));
  }

  private static Duration limit(Freshness freshness, @Nullable Dataset dataset) {
    if (freshness instanceof Freshness.Newest newest) {
      return newest.limit();
    }
    if (freshness instanceof Freshness.Within within) {
      return within.limit();
    }
    if (freshness instanceof Freshness.NoneWithin none) {
      return none.limit();
    }
    Duration rpo = dataset == null ? Dataset.DEFAULT_RPO : dataset.rpo();
    return rpo.multipliedBy(((Freshness.WithinRpo) freshness).times());
  }

  /** A tenth of it, and no less than a day where that is no more than a quarter. */
  static Duration warning(Duration limit) {
    Duration tenth = limit.dividedBy(10);
    Duration usual = tenth.compareTo(DAY) > 0 ? tenth : DAY;
    return shorter(usual, limit.dividedBy(4));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
