package dev.muster.core.gate;

import dev.muster.core.catalogue.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Whether a page reaches a person. */
record PagesAnsweredCase(Question.PagesAnswered question, AlertFigures figures)
    implements JudgedCase {
  /** Instants are told in milliseconds: the first at which it is longer. */
  private static final Duration LONGER = Duration.ofMillis(1);

  @Override
  public Finding at(Instant instant) {
    Optional<Finding> unheard = unheard(figures, question.over(), instant, question);
    if (unheard.isPresent()) {
      return unheard.get();
    }
    List<AlertFigures.Page> lasting =
        figures.pages().stream()
            .filter(page -> !page.opened().isAfter(instant))
            .filter(page -> instant.isBefore(page.opened().plus(question.over())))
            .filter(page -> page.openLongerThan(question.openLongerThan(), instant))
            .toList();
    long answered = lasting.stream().filter(page -> page.acknowledgedBy(instant)).count();
    String[] said = {
      "answered", "" + answered,
      "of", "" + lasting.size(),
      "longer", question.openLongerThan().toString(),
      "share", JudgedCase.plain(100 * question.share()),
      "over", question.over().toString()
    };
    if (answered < question.share() * lasting.size()) {
      return JudgedCase.broken(question, said);
    }
    return figures.pages().stream()
        .filter(page -> page.acknowledgedBy(instant))
        .map(page -> Objects.requireNonNull(page.acknowledged()))
        .max(Comparator.naturalOrder())
        .map(
            last ->
                JudgedCase.until(
                    last.plus(question.over()), question.over(), instant, question, said))
        .orElseGet(() -> JudgedCase.missing(Reason.Code.FIGURES_LACK, question));
  }

  /** No vacuous green: what nobody listens to is silent too. */
  static Optional<Finding> unheard(
      AlertFigures figures, Duration span, Instant instant, Question question) {
    return unheard(figures, instant.minus(span), span, instant, question);
  }

  /**
   * Whether nothing can be told for want of a source.
   *
   * @param from since when one must have been heard
   * @param span as long, in words
   */
  static Optional<Finding> unheard(
      AlertFigures figures, Instant from, Duration span, Instant instant, Question question) {
    AlertFigures.Heard heard = figures.heardAt(instant).orElse(null);
    if (heard == null) {
      return Optional.of(JudgedCase.missing(Reason.Code.NOT_HEARD, question));
    }
    return heard.since().isAfter(from)
        ? Optional.of(
            JudgedCase.missing(
                Reason.Code.NOT_HEARD,
                question,
                "since",
                heard.since().toString(),
                "limit",
                span.toString()))
        : Optional.empty();
  }

  static void hearing(AlertFigures figures, Duration span, Turns turns) {
    for (AlertFigures.Heard heard : figures.heard()) {
      turns.add(heard.since());
      turns.add(heard.since().plus(span));
      if (heard.lost() != null) {
        turns.add(heard.lost());
      }
    }
  }

  @Override
  public void turns(Turns turns) {
    hearing(figures, question.over(), turns);
    for (AlertFigures.Page page : figures.pages()) {
      turns.add(page.opened().plus(question.openLongerThan()).plus(LONGER));
      turns.add(page.opened().plus(question.over()));
      if (page.acknowledged() != null) {
        turns.add(page.acknowledged());
        JudgedCase.turnsAt(page.acknowledged().plus(question.over()), question.over(), turns);
      }
    }
  }
}
