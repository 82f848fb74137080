package dev.muster.core.alert.noise;

import dev.muster.core.alert.Firing.Ending;
import dev.muster.core.alert.Occurrence;
import dev.muster.core.alert.noise.RuleWeek.Known;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An occurrence with what deployments and budgets say of it. */
record Judged(Occurrence occurrence, Outcome outcome, Known known) {
  /** Shorter than this, and nobody could have looked. */
  static final Duration SHORT = Duration.ofMinutes(5);

  /**
   * Found now.
   *
   * @param before found earlier of the same one; absent: nothing
   * @param weekEnd of the week it fired in: of an open one budgets are asked up to there
   */
  static Judged of(
      Occurrence occurrence, Witnesses witnesses, @Nullable Known before, Instant weekEnd) {
    Instant begin = occurrence.begin();
    Instant end = occurrence.ending() == Ending.OPEN ? null : occurrence.until();
    Deployments deployments = witnesses.deployments();
    Set<String> confirmed = confirmedBy(witnesses, before, begin, end, weekEnd);
    Known known =
        before != null && begin.isBefore(deployments.reach())
            ? new Known(begin, confirmed, before.mended(), before.afterDeploy())
            : new Known(
                begin, confirmed, deployments.mended(begin, end), deployments.precede(begin));
    return new Judged(occurrence, Outcome.of(occurrence, known.mended()), known);
  }

  private static Set<String> confirmedBy(
      Witnesses witnesses,
      @Nullable Known before,
      Instant begin,
      @Nullable Instant end,
      Instant weekEnd) {
    Instant from = begin.minus(Confirmation.AROUND);
    Instant to = (end == null ? weekEnd : end).plus(Confirmation.AROUND);
    return witnesses.saying(
        from, before == null ? null : before.confirmedBy(), budget -> budget.confirms(from, to));
  }

  Instant begin() {
    return occurrence.begin();
  }

  boolean isShort() {
    Duration lasted = occurrence.lasted();
    return lasted != null && lasted.compareTo(SHORT) < 0;
  }
}
