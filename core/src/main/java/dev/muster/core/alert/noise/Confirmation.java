package dev.muster.core.alert.noise;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the error budgets of one service say of alerts. */
public interface Confirmation {
  /** Around an alert, a burn is about it. */
  Duration AROUND = Duration.ofMinutes(5);

  /** The share of a span that must have been measured. */
  double MEASURED = 0.9;

  /** Where there are no SLOs. */
  Confirmation NONE =
      new Confirmation() {
        @Override
        public boolean confirms(Instant from, Instant to) {
          return false;
        }

        @Override
        public boolean measured(Instant from, Instant to) {
          return false;
        }

        @Override
        public List<Span> paging(Instant from, Instant to) {
          return List.of();
        }

        @Override
        public Instant reach() {
          return Instant.EPOCH;
        }
      };

  /** From, inclusive, to, exclusive. */
  record Span(Instant from, Instant to) {}

  /**
   * Whether an SLO held a tier that is not shadow at some minute from one instant to another, both
   * included, or lost at least 1 % of its period's budget between them.
   */
  boolean confirms(Instant from, Instant to);

  /** Whether one SLO was measured for at least {@link #MEASURED} of {@code [from, to)}. */
  boolean measured(Instant from, Instant to);

  /** The minutes of {@code [from, to)} in which a 6 h page pair was true, in order, apart. */
  List<Span> paging(Instant from, Instant to);

  /** What was before it cannot be asked any more. */
  Instant reach();
}
