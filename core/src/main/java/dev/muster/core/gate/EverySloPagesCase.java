package dev.muster.core.gate;

import dev.muster.core.catalogue.Question;
import dev.muster.core.gate.SloFigures.Slo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether every SLO pages somebody when its budget burns; a service without any has none. */
record EverySloPagesCase(Question.EverySloPages question, SloFigures figures)
    implements JudgedCase {

  @Override
  public Finding at(Instant instant) {
    Optional<Slo> silent = figures.slos().stream().filter(slo -> !slo.pages()).findFirst();
    if (silent.isPresent()) {
      return JudgedCase.broken(question, "slo", silent.get().name());
    }
    List<Finding> each =
        figures.slos().stream()
            .map(slo -> SloMeasuredCase.of(slo, question.sampledWithin(), instant, question))
            .toList();
    return Finding.worst(each, JudgedCase.missing(Reason.Code.FIGURES_LACK, question));
  }

  @Override
  public void turns(Turns turns) {
    SloMeasuredCase.turns(figures.slos().stream(), question.sampledWithin(), turns);
  }
}
