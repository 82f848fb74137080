package dev.muster.core.gate;

import dev.muster.core.catalogue.Question;
import java.time.Instant;
import java.util.Optional;

/** Whether the proposals on noisy rules are answered in time. */
record ProposalsAnsweredCase(Question.ProposalsAnswered question, AlertFigures figures)
    implements JudgedCase {

  @Override
  public Finding at(Instant instant) {
    Optional<Finding> unheard =
        PagesAnsweredCase.unheard(figures, question.within(), instant, question);
    if (unheard.isPresent()) {
      return unheard.get();
    }
    Instant oldest =
        figures.proposals().stream()
            .filter(proposal -> proposal.openAt(instant))
            .map(AlertFigures.Proposal::made)
            .min(Instant::compareTo)
            .orElse(null);
    if (oldest == null) {
      return JudgedCase.finding(Status.PASS, Reason.Code.FIGURES_SAY_SO, question, null);
    }
    Instant end = oldest.plus(question.within());
    return instant.isBefore(end)
        ? JudgedCase.until(end, question.within(), instant, question)
        : JudgedCase.broken(
            question, "time", oldest.toString(), "limit", question.within().toString());
  }

  @Override
  public void turns(Turns turns) {
    PagesAnsweredCase.hearing(figures, question.within(), turns);
    for (AlertFigures.Proposal proposal : figures.proposals()) {
      turns.add(proposal.made());
      JudgedCase.turnsAt(proposal.made().plus(question.within()), question.within(), turns);
      if (proposal.answered() != null) {
        turns.add(proposal.answered());
      }
    }
  }
}
