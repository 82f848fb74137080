package dev.muster.sink.release;

import dev.muster.core.release.Obstacle;
import dev.muster.core.release.Outcome;
import dev.muster.core.release.Readiness;
import dev.muster.core.release.ServiceReadiness;
import dev.muster.sink.release.Subject.WholeSystem;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;

/**
 * The answer for people and for shells: its first word is the outcome, a public form; then a line
 * for each gate that stands in the way or is waived.
 */
final class ReadinessText {
  private final Answer answer;
  private final StringBuilder text = new StringBuilder();

  private ReadinessText(Answer answer) {
    this.answer = answer;
  }

  static String of(Answer answer) {
    return new ReadinessText(answer).written();
  }

  private String written() {
    Readiness readiness = answer.readiness();
    Question question = answer.question();
    boolean system = question.subject() instanceof WholeSystem;
    line(
        "%s: %s%s by %s%s%s",
        answer.outcome(),
        system ? "system " : "",
        question.subject().name(),
        question.standard(),
        level(),
        remark());
    for (ServiceReadiness each : readiness.services()) {
      if (system) {
        line("  %s: %s", each.outcome(), each.service());
      }
      for (Obstacle obstacle : each.obstacles()) {
        line("  %-12s %s: %s", obstacle.status(), obstacle.gate(), obstacle.sentence());
      }
    }
    if (answer.outcome() == Outcome.NOT_READY || answer.outcome() == Outcome.NOT_CONNECTED) {
      readiness.services().stream()
          .filter(each -> each.binding() && !each.verdict().ready() && !each.obstacles().isEmpty())
          .findFirst()
          .ifPresent(
              first ->
                  line(
                      "What would prove it: muster explain %s %s/%s",
                      first.service(), question.standard(), first.obstacles().get(0).gate()));
    }
    return text.toString();
  }

  /** Where all have the same one. */
  private String level() {
    var levels =
        answer.readiness().services().stream().map(ServiceReadiness::level).distinct().toList();
    return levels.size() == 1 ? ", level " + levels.get(0) : "";
  }

  private String remark() {
    if (answer.fresh().stale()) {
      return ": the view is stale since %s, nothing is said of now; is Kafka reachable for the sink?"
          .formatted(answer.fresh().asOf());
    }
    return answer.outcome() == Outcome.NOT_BINDING
        ? ": binding from %s; it would be %s".formatted(from(), answer.readiness().wouldBe())
        : "";
  }

  /** The first day on which it bites one of them. */
  private LocalDate from() {
    return answer.readiness().services().stream()
        .map(each -> each.scored().from())
        .filter(Objects::nonNull)
        .min(LocalDate::compareTo)
        .orElse(LocalDate.EPOCH);
  }

  private void line(String form, Object... words) {
    text.append(String.format(Locale.ROOT, form, words)).append('\n');
  }
}
