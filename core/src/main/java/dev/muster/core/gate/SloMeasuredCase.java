package dev.muster.core.gate;

import dev.muster.core.catalogue.Question;
import dev.muster.core.gate.SloFigures.Samples;
import dev.muster.core.gate.SloFigures.Slo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether at least one SLO is measured. */
record SloMeasuredCase(Question.SloMeasured question, SloFigures figures) implements JudgedCase {

  @Override
  public Finding at(Instant instant) {
    List<Finding> found =
        asked().map(slo -> of(slo, question.sampledWithin(), instant, question)).toList();
    Optional<Finding> holding =
        found.stream().filter(one -> one.status().holds()).max(Finding.WORST_FIRST);
    return holding.orElseGet(() -> Finding.worst(found, none()));
  }

  /** An SLO that promises less than is asked contradicts; none at all is only missing. */
  private Finding none() {
    return ofKind()
        .findFirst()
        .map(
            slo ->
                JudgedCase.broken(
                    question,
                    "slo",
                    slo.name(),
                    "target",
                    "" + slo.target(),
                    "least",
                    JudgedCase.plain(Objects.requireNonNullElse(question.minTarget(), 0d))))
        .orElseGet(() -> JudgedCase.missing(Reason.Code.FIGURES_LACK, question));
  }

  private Stream<Slo> ofKind() {
    return figures.slos().stream()
        .filter(slo -> question.kind() == null || question.kind().equals(slo.kind()));
  }

  private Stream<Slo> asked() {
    Double least = question.minTarget();
    return ofKind().filter(slo -> least == null || slo.target() >= least);
  }

  /** One SLO: whether samples came lately. */
  static Finding of(Slo slo, Duration within, Instant instant, Question question) {
    if (slo.samples() instanceof Samples.Ended ended) {
      return JudgedCase.until(
          ended.last().plus(within), within, instant, question, "slo", slo.name());
    }
    return slo.samples() instanceof Samples.Coming
        ? JudgedCase.finding(
            Status.PASS, Reason.Code.FIGURES_SAY_SO, question, null, "slo", slo.name())
        : JudgedCase.missing(Reason.Code.FIGURES_LACK, question, "slo", slo.name());
  }

  static void turns(Stream<Slo> slos, Duration within, Turns turns) {
    slos.forEach(
        slo -> {
          if (slo.samples() instanceof Samples.Ended ended) {
            JudgedCase.turnsAt(ended.last().plus(within), within, turns);
          }
        });
  }

  @Override
  public void turns(Turns turns) {
    turns(asked(), question.sampledWithin(), turns);
  }
}
