package dev.muster.core.catalogue;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a gate can ask of the judgements on alerts, SLOs and reviews. */
public sealed interface Question {

  /**
   * A person answers pages: at least one production page was acknowledged, and so were most of
   * those left open.
   *
   * @param over how far back it looks
   * @param openLongerThan pages that ended sooner need no answer
   * @param share of the remaining ones that must have been acknowledged, 0 to 1
   */
  record PagesAnswered(Duration over, Duration openLongerThan, double share) implements Question {
    public PagesAnswered {
      if (!(share > 0 && share <= 1)) {
        throw new IllegalArgumentException("need 0 < share <= 1, got " + share);
      }
    }
  }

  /** No proposal to suppress, delete or downgrade a rule lies unanswered for longer than this. */
  record ProposalsAnswered(Duration within) implements Question {}

  /**
   * The rotation is not paged too often.
   *
   * @param atMost mean pages per week
   * @param weeks whole weeks it is the mean of
   */
  record PagesPerWeek(double atMost, int weeks) implements Question {}

  /**
   * At least one SLO is measured.
   *
   * @param kind {@code latency}, absent for any
   * @param minTarget the lowest target that counts, absent for any
   * @param sampledWithin how recent its newest sample must be
   */
  record SloMeasured(@Nullable String kind, @Nullable Double minTarget, Duration sampledWithin)
      implements Question {}

  /**
   * Every SLO of the service pages somebody when its budget burns.
   *
   * @param sampledWithin how recent the newest sample of each must be
   */
  record EverySloPages(Duration sampledWithin) implements Question {}

  /** The rotation's last weekly review was closed. */
  record WeekClosed(Duration within) implements Question {}
}
