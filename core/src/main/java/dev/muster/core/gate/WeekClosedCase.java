package dev.muster.core.gate;

import dev.muster.core.catalogue.Question;
import java.time.Instant;

/** Whether the rotation's last weekly review was closed. */
record WeekClosedCase(Question.WeekClosed question, ReviewFigures figures) implements JudgedCase {

  @Override
  public Finding at(Instant instant) {
    Instant closed = figures.closed();
    return closed == null || closed.isAfter(instant)
        ? JudgedCase.missing(Reason.Code.FIGURES_LACK, question)
        : JudgedCase.until(closed.plus(question.within()), question.within(), instant, question);
  }

  @Override
  public void turns(Turns turns) {
    Instant closed = figures.closed();
    if (closed != null) {
      turns.add(closed);
      JudgedCase.turnsAt(closed.plus(question.within()), question.within(), turns);
    }
  }
}
