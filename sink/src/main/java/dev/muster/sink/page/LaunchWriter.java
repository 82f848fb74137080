package dev.muster.sink.page;

import dev.muster.core.gate.Status;
import dev.muster.core.release.Obstacle;
import dev.muster.core.release.Outcome;
import dev.muster.core.release.ReleaseGate;
import dev.muster.core.release.Scored;
import dev.muster.core.release.ServiceReadiness;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.judgement.StandardScore;
import dev.muster.sink.page.LaunchDay.Line;
import dev.muster.sink.page.LaunchDay.RunsOut;
import dev.muster.sink.release.Question;
import dev.muster.sink.release.ScoredCards;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the release gate for a service's launch day, all of it, UTC. */
record LaunchWriter(Times times, Function<StandardScore, String> titles) {
  /** How long before it is asked. */
  private static final long DAYS = 28;

  /** Absent where no launch is near. */
  @Nullable LaunchDay of(Scorecard card) {
    LocalDate day = card.getLaunch();
    long left = day == null ? -1 : ChronoUnit.DAYS.between(today(), day);
    if (day == null || left < 0 || left > DAYS) {
      return null;
    }
    return new LaunchDay(
        times.day(day),
        left == 0 ? "today" : left == 1 ? "tomorrow" : "in " + left + " days",
        card.getStandards().stream().map(score -> line(card, score, day)).toList());
  }

  private LocalDate today() {
    return times.now().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private Line line(Scorecard card, StandardScore score, LocalDate day) {
    Scored scored = ScoredCards.of(card, score, times.now());
    ServiceReadiness then = new ReleaseGate(null, Question.endOf(day)).look(scored);
    Set<String> today =
        new ReleaseGate(null, times.now())
            .look(scored).obstacles().stream()
                .filter(each -> each.status() != Status.WAIVED)
                .map(Obstacle::gate)
                .collect(Collectors.toUnmodifiableSet());
    List<RunsOut> runsOut =
        then.obstacles().stream()
            .filter(each -> each.status() != Status.WAIVED && !today.contains(each.gate()))
            .map(each -> runsOut(score, each))
            .toList();
    return new Line(
        score.getStandard(),
        titles.apply(score),
        mark(then.outcome()),
        words(then.outcome()),
        today.size(),
        runsOut);
  }

  private static RunsOut runsOut(StandardScore score, Obstacle obstacle) {
    return new RunsOut(
        obstacle.gate(), '#' + score.getStandard() + '.' + obstacle.gate(), obstacle.sentence());
  }

  private static Mark mark(Outcome outcome) {
    return switch (outcome) {
      case READY -> Mark.PROVEN;
      case READY_WITH_WAIVERS -> Mark.WAIVED;
      case NOT_BINDING -> Mark.UPCOMING;
      case NOT_READY -> Mark.FAILED;
      case NOT_CONNECTED -> Mark.UNSEEN;
      case CANNOT_TELL -> Mark.UNSURE;
    };
  }

  private static String words(Outcome outcome) {
    return switch (outcome) {
      case READY -> "Ready";
      case READY_WITH_WAIVERS -> "Ready, with waivers";
      case NOT_BINDING -> "Not binding then";
      case NOT_READY -> "Not ready";
      case NOT_CONNECTED -> "Not connected";
      case CANNOT_TELL -> "Cannot judge";
    };
  }
}
