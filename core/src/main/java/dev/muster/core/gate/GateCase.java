package dev.muster.core.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A gate with the evidence for it: as bad as the worst that is asked of it. */
record GateCase(GateRule rule, List<AskCase> asks) implements Case {

  static GateCase of(GateRule rule, Docket docket) {
    List<AskCase> asks = new ArrayList<>(rule.asks().size());
    for (GateRule.Ask ask : rule.asks()) {
      asks.add(AskCase.of(ask, docket));
    }
    return new GateCase(rule, asks);
  }

  @Override
  public Finding at(Instant instant) {
    return worst(
        asks.stream()
            .map(ask -> parts(ask, instant))
            .map(parts -> Finding.worst(parts, parts.get(0)))
            .toList());
  }

  /** The worst of what is asked, of the findings of all requirements in their order. */
  Finding worst(List<Finding> findings) {
    if (!rule.applies()) {
      return otherTraits(rule);
    }
    List<Finding> asked = new ArrayList<>(findings.size());
    for (int i = 0; i < findings.size(); i++) {
      if (asks.get(i).ask().level() <= rule.asked()) {
        asked.add(findings.get(i));
      }
    }
    return asked.isEmpty()
        ? Finding.without(Status.NOT_APPLICABLE, Reason.of(Reason.Code.HIGHER_LEVEL))
        : Finding.worst(asked, asked.get(0));
  }

  /** The findings of one requirement. */
  static List<Finding> parts(AskCase ask, Instant instant) {
    return ask.ask().applies()
        ? ask.parts(instant)
        : List.of(Finding.without(Status.NOT_APPLICABLE, Reason.of(Reason.Code.OTHER_TRAITS)));
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
