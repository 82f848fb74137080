package dev.muster.core.gate;

import dev.muster.core.catalogue.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a rotation is paged too often: the mean of its last whole weeks. */
record PagesPerWeekCase(Question.PagesPerWeek question, AlertFigures figures)
    implements JudgedCase {
  private static final Duration WEEK = Duration.ofDays(7);

  /** A week, and time to close it: the grace of whatever is weekly. */
  private static final Duration WEEKLY = Duration.ofDays(9);

  @Override
  public Finding at(Instant instant) {
    List<AlertFigures.Week> ended =
        figures.weeks().stream().filter(week -> !week.to().isAfter(instant)).toList();
    List<AlertFigures.Week> last =
        ended.subList(Math.max(0, ended.size() - question.weeks()), ended.size());
    String[] known = {"weeks", "" + last.size(), "of", "" + question.weeks()};
    if (last.size() < question.weeks() || !adjacent(last) || !instant.isBefore(end(last))) {
      return JudgedCase.missing(Reason.Code.FIGURES_LACK, question, known);
    }
    Optional<Finding> unheard =
        PagesAnsweredCase.unheard(
            figures, last.get(0).from(), WEEK.multipliedBy(last.size()), instant, question);
    if (unheard.isPresent()) {
      return unheard.get();
    }
    double mean = last.stream().mapToInt(AlertFigures.Week::pages).sum() / (double) last.size();
    String[] said = {
      "mean", String.format(Locale.ROOT, "%.2f", mean),
      "of", "" + last.size(),
      "atMost", JudgedCase.plain(question.atMost())
    };
    return mean > question.atMost()
        ? JudgedCase.broken(question, said)
        : JudgedCase.until(end(last), WEEKLY, instant, question, said);
  }

  private static Instant end(List<AlertFigures.Week> weeks) {
    return weeks.get(weeks.size() - 1).to().plus(WEEKLY);
  }

  private static boolean adjacent(List<AlertFigures.Week> weeks) {
    for (int i = 1; i < weeks.size(); i++) {
      if (!weeks.get(i - 1).to().equals(weeks.get(i).from())) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void turns(Turns turns) {
    PagesAnsweredCase.hearing(figures, Duration.ZERO, turns);
    for (AlertFigures.Week week : figures.weeks()) {
      turns.add(week.to());
      JudgedCase.turnsAt(week.to().plus(WEEKLY), WEEKLY, turns);
    }
  }
}
