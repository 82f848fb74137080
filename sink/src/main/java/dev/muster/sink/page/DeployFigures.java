package dev.muster.sink.page;

import dev.muster.schemas.judgement.Fraction;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.sink.page.ServicePage.Figure;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a service's deployments fared, with what the figures are made of or why there is none. */
final class DeployFigures {
  private static final String NOT_JUDGED = "not judged";

  private DeployFigures() {}

  static List<Figure> of(Scorecard card) {
    return List.of(
        failures(card.getChangeFailureRate(), card.getChangeFailuresInferred()),
        recovery(
            card.getRecoveryTimeMillis(), card.getRecoveriesInferred(), card.getRecoveriesOpen()));
  }

  private static Figure failures(@Nullable Fraction failed, long inferred) {
    String label = "Change failure rate, 28 days";
    if (failed == null) {
      return new Figure(label, NOT_JUDGED, "");
    } else if (failed.getDenominator() == 0) {
      return new Figure(label, "undefined", "no deployments");
    }
    return new Figure(
        label,
        Figures.of(failed.getNumerator(), failed.getDenominator()),
        "deployments failed, were taken back or had somebody paged" + inferred(inferred));
  }

  private static Figure recovery(@Nullable Fraction recovery, long inferred, long open) {
    String label = "Time to recover, 28 days";
    if (recovery == null) {
      return new Figure(label, NOT_JUDGED, "");
    } else if (recovery.getDenominator() == 0) {
      return new Figure(label, "undefined", "no recoveries" + open(open));
    }
    long times = recovery.getDenominator();
    return new Figure(
        label,
        Times.span(Duration.ofMillis(recovery.getNumerator() / times)),
        (times == 1 ? "of the one recovery" : "mean of " + times + " recoveries")
            + inferred(inferred)
            + open(open));
  }

  /** Nobody named the change: it was the latest one before. */
  private static String inferred(long inferred) {
    return inferred == 0
        ? ""
        : "; " + inferred + " by inference, from the latest change within 24 hours before";
  }

  private static String open(long open) {
    return open == 0 ? "" : "; " + open + " not over yet";
  }
}
