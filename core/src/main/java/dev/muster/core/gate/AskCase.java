package dev.muster.core.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One requirement: holds while one alternative does. Where none does, the worst of them speaks, so
 * that an alternative nobody uses never hides a contradiction.
 */
record AskCase(GateRule.Ask ask, List<List<Case>> alternatives) implements Case {
  private static final Comparator<Finding> BEST_FIRST =
      Comparator.comparing(Finding::status).thenComparing(Finding::end).reversed();

  static AskCase of(GateRule.Ask ask, Docket docket) {
    List<List<Case>> alternatives = new ArrayList<>(ask.alternatives().size());
    for (List<EntryRule> all : ask.alternatives()) {
      List<Case> open = new ArrayList<>(all.size());
      all.forEach(one -> open.add(docket.open(one)));
      alternatives.add(open);
    }
    return new AskCase(ask, alternatives);
  }

  @Override
  public Finding at(Instant instant) {
    return speaking(parts(alternatives, instant));
  }

  @Override
  public List<Finding> parts(Instant instant) {
    if (alternatives.size() == 1 && alternatives.get(0).size() == 1) {
      return alternatives.get(0).get(0).parts(instant);
    }
    return List.of(at(instant));
  }

  private static List<Finding> parts(List<List<Case>> alternatives, Instant instant) {
    return alternatives.stream()
        .map(all -> all.stream().map(one -> one.at(instant)).toList())
        .map(all -> Finding.worst(all, all.get(0)))
        .toList();
  }

  /** It holds as long as any that holds now does. */
  private static Finding speaking(List<Finding> findings) {
    List<Finding> holding = findings.stream().filter(finding -> finding.status().holds()).toList();
    return holding.stream()
        .min(BEST_FIRST)
        .map(best -> best.until(holding.stream().map(Finding::end).max(Instant::compareTo)))
        .orElseGet(() -> Finding.worst(findings, findings.get(0)));
  }

  @Override
  public Status status(Instant instant) {
    Status holding = null;
    Status worst = Status.NOT_APPLICABLE;
    for (List<Case> all : alternatives) {
      Status status = Status.NOT_APPLICABLE;
      for (Case one : all) {
        status = Status.worse(status, one.status(instant));
      }
      if (status.holds()) {
        holding = holding == null || holding == Status.EXPIRING ? status : holding;
      }
      worst = Status.worse(worst, status);
    }
    return holding == null ? worst : holding;
  }

  @Override
  public void turnsAfter(Instant instant, Turns turns) {
    alternatives.forEach(all -> all.forEach(one -> one.turnsAfter(instant, turns)));
  }

  @Override
  public void turns(Turns turns) {
    alternatives.forEach(all -> all.forEach(one -> one.turns(turns)));
  }
}
