package dev.muster.core.gate;

import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.Requirement;
import java.util.List;
import java.util.stream.Stream;

/**
 * One gate, compiled for one service.
 *
 * @param applies whether the service has its traits
 * @param asked index of the level the service is held to
 * @param hash SHA-256 in hex of the rule and of what it reads of the service
 */
record GateRule(GateId id, Gate gate, boolean applies, int asked, List<Ask> asks, String hash) {
  GateRule {
    asks = List.copyOf(asks);
  }

  boolean reads(Evidence event, Requirement.Scope from, boolean scansWait) {
    return entries().anyMatch(entry -> entry.reads(event, from, scansWait));
  }

  boolean readsFigures() {
    return entries().anyMatch(entry -> entry.single() instanceof Requirement.Judged);
  }

  private Stream<EntryRule> entries() {
    return asks.stream()
        .flatMap(ask -> ask.alternatives().stream())
        .flatMap(List::stream)
        .filter(EntryRule::applies);
  }

  /**
   * One requirement: one of the alternatives must hold, each a list of which all must.
   *
   * @param level index of the level from which it is asked
   */
  record Ask(int level, boolean applies, List<List<EntryRule>> alternatives) {
    Ask {
      alternatives = alternatives.stream().map(List::copyOf).toList();
    }
  }
}
