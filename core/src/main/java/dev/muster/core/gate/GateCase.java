package dev.muster.core.gate;

import java.time.Instant;
import java.util.List;

/** A gate with the evidence for it: as bad as the worst that is asked of it. */
record GateCase(GateRule rule, List<AskCase> asks) implements Case {

  static GateCase of(GateRule rule, Docket docket) {
    return new GateCase(rule, rule.asks().stream().map(ask -> AskCase.of(ask, docket)).toList());
  }

  @Override
  public Finding at(Instant instant) {
    return at(instant, rule.asked());
  }

  /** Where it stands for those who ask for a level. */
  Finding at(Instant instant, int level) {
    if (!rule.applies()) {
      return otherTraits(rule);
    }
    List<Finding> findings =
        asks.stream()
            .filter(ask -> ask.ask().level() <= level)
            .map(ask -> finding(ask, instant))
            .toList();
    return findings.isEmpty()
        ? Finding.without(Status.NOT_APPLICABLE, Reason.of(Reason.Code.HIGHER_LEVEL))
        : Finding.worst(findings, findings.get(0));
  }

  static Finding finding(AskCase ask, Instant instant) {
    return ask.ask().applies()
        ? ask.at(instant)
        : Finding.without(Status.NOT_APPLICABLE, Reason.of(Reason.Code.OTHER_TRAITS));
  }

  private static Finding otherTraits(GateRule rule) {
    return Finding.without(
        Status.NOT_APPLICABLE,
        Reason.of(
            Reason.Code.OTHER_TRAITS,
            "traits",
            String.join(", ", rule.gate().traits().stream().sorted().toList())));
  }

  @Override
  public Status status(Instant instant) {
    Status worst = Status.NOT_APPLICABLE;
    for (AskCase ask : asks) {
      if (rule.applies() && ask.ask().applies() && ask.ask().level() <= rule.asked()) {
        worst = Status.worse(worst, ask.status(instant));
      }
    }
    return worst;
  }

  @Override
  public void turnsAfter(Instant instant, Turns turns) {
    if (rule.applies()) {
      asks.forEach(ask -> ask.turnsAfter(instant, turns));
    }
  }

  @Override
  public void turns(Turns turns) {
    if (rule.applies()) {
      asks.forEach(ask -> ask.turns(turns));
    }
  }
}
