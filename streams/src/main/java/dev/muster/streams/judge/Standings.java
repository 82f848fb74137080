package dev.muster.streams.judge;

import dev.muster.core.catalogue.Requirement.Scope;
import dev.muster.core.gate.EvidenceShelf;
import dev.muster.core.gate.Figures;
import dev.muster.core.gate.GateId;
import dev.muster.core.gate.GateStanding;
import dev.muster.core.gate.Judge;
import dev.muster.core.gate.Rulebook;
import dev.muster.core.gate.Shelves;
import dev.muster.core.gate.StandardRule;
import dev.muster.core.scorecard.StandardScore;
import dev.muster.core.scorecard.Verdict;
import dev.muster.streams.state.EvidenceRows;
import dev.muster.streams.state.Lru;
import dev.muster.streams.state.ServiceState;
import dev.muster.streams.state.ServiceStates;
import dev.muster.streams.state.WaiverRows;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where all gates of a service stand, in full. Only their marks are kept in the store; the rest is
 * what a judge recalls by them, at the service's clock, when it is not held.
 */
final class Standings {
  private final EvidenceRows evidence;
  private final WaiverRows waivers;
  private final Slos slos;
  private final Noises noises;
  private final ServiceStates states;
  private final Map<String, Map<GateId, GateStanding>> held;

  Standings(
      EvidenceRows evidence,
      WaiverRows waivers,
      Slos slos,
      Noises noises,
      ServiceStates states,
      int most) {
    this.evidence = evidence;
    this.waivers = waivers;
    this.slos = slos;
    this.noises = noises;
    this.states = states;
    this.held = new Lru<>(most);
  }

  Shelves shelves(Rulebook rulebook) {
    Map<Scope, EvidenceShelf> shared = new EnumMap<>(Scope.class);
    rulebook.subjects().forEach((scope, subject) -> shared.put(scope, evidence.of(subject)));
    String service = rulebook.service().name();
    return new Shelves(evidence.of(service), shared, waivers.of(service), figures(rulebook));
  }

  private Figures figures(Rulebook rulebook) {
    Instant now = states.clock(rulebook.service().name());
    return slos.figures(rulebook, noises.figures(rulebook, now), noises.reviews(rulebook));
  }

  /** Notes what a judge has said. */
  void put(Rulebook rulebook, List<GateStanding> judged) {
    String service = rulebook.service().name();
    boolean whole = judged.size() == rulebook.gates().size();
    Map<GateId, GateStanding> all = whole ? new HashMap<>() : held.get(service);
    if (all != null) {
      judged.forEach(standing -> all.put(standing.id(), standing));
      held.put(service, all);
    }
  }

  void forget(String service) {
    held.remove(service);
  }

  /** By each standard, in the service's order. */
  List<StandardScore> scores(Rulebook rulebook, ServiceState state, Instant at) {
    String service = rulebook.service().name();
    Map<GateId, GateStanding> all = held.get(service);
    if (all == null) {
      all = judged(rulebook, state);
      held.put(service, all);
    }
    return scores(rulebook, all, at);
  }

  /**
   * By one standard, from the marks alone where they tell: all standings of a service are worked
   * out only for its scorecard, and where nothing may ever have been seen.
   *
   * @param before none: never judged by it
   * @param judged just now; where none is of this standard, nothing has changed
   */
  Verdict verdict(
      Rulebook rulebook,
      StandardRule rule,
      ServiceState state,
      @Nullable Verdict before,
      List<GateStanding> judged) {
    boolean touched = false;
    boolean connected = false;
    for (GateStanding standing : judged) {
      if (standing.id().standard().equals(rule.standard().id())) {
        touched = true;
        connected = connected || standing.connected();
      }
    }
    if (before != null && !touched) {
      return before;
    } else if (connected) {
      return Verdict.of(
          rule.gates().stream()
              .map(gate -> Objects.requireNonNull(state.marks().get(gate)).effective())
              .toList(),
          true);
    }
    return scores(rulebook, state, state.clock()).stream()
        .filter(score -> score.rule().equals(rule))
        .findFirst()
        .map(StandardScore::verdict)
        .orElseThrow();
  }

  private static List<StandardScore> scores(
      Rulebook rulebook, Map<GateId, GateStanding> all, Instant at) {
    return rulebook.standards().stream().map(rule -> StandardScore.of(rule, all, at)).toList();
  }

  private Map<GateId, GateStanding> judged(Rulebook rulebook, ServiceState state) {
    Map<GateId, GateStanding> all = new HashMap<>();
    new Judge(rulebook)
        .recall(shelves(rulebook), state.marks(), state.clock())
        .forEach(standing -> all.put(standing.id(), standing));
    return all;
  }
}
