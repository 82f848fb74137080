package dev.muster.streams.judge;

import dev.muster.core.gate.Evidence;
import dev.muster.core.gate.GateId;
import dev.muster.core.gate.GateMark;
import dev.muster.core.gate.GateStanding;
import dev.muster.core.gate.Judge;
import dev.muster.core.gate.Rulebook;
import dev.muster.core.gate.StandardRule;
import dev.muster.core.scorecard.Change;
import dev.muster.core.scorecard.Verdict;
import dev.muster.streams.gate.GateJudgements;
import dev.muster.streams.state.ServiceState;
import dev.muster.streams.state.ServiceStates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves one service's gates: by evidence, by a new definition, or by a deadline. Says each standing
 * that became another, and asks for a scorecard when any did.
 */
final class ServiceJudge {
  private final ServiceStates states;
  private final Rulebooks rulebooks;
  private final Standings standings;
  private final Announcer announcer;
  private final Voice voice;

  ServiceJudge(
      ServiceStates states,
      Rulebooks rulebooks,
      Standings standings,
      Announcer announcer,
      Voice voice) {
    this.states = states;
    this.rulebooks = rulebooks;
    this.standings = standings;
    this.announcer = announcer;
    this.voice = voice;
  }

  /** The rules of a service, while the catalogue has it. */
  Optional<Rulebook> rulebook(String service) {
    return states.of(service).definition().map(by -> rulebooks.of(service, by));
  }

  /** Judges the gates whose deadline this is. */
  void turn(String service, Instant deadline) {
    ServiceState state = states.of(service).at(deadline);
    states.put(service, state);
    rulebook(service)
        .ifPresent(
            rulebook -> {
              Judge judge = new Judge(rulebook);
              settle(
                  rulebook,
                  state,
                  judge.turn(standings.shelves(rulebook), state.marks(), deadline),
                  deadline);
              announcer.changed(service, rulebook, deadline);
            });
  }

  /** Judges the gates that an event moves, at the service's clock; whether any became another. */
  boolean judge(String service, Rulebook rulebook, Evidence event) {
    return judge(service, rulebook, rulebook.reading(event, standings.shelves(rulebook)));
  }

  /** Judges some gates at the service's clock; whether any became another. */
  boolean judge(String service, Rulebook rulebook, Collection<GateId> gates) {
    ServiceState state = states.of(service);
    boolean changed =
        settle(
            rulebook,
            state,
            new Judge(rulebook)
                .judge(gates, standings.shelves(rulebook), state.marks(), state.clock()),
            state.clock());
    if (changed) {
      announcer.changed(service, rulebook, state.clock());
    }
    return changed;
  }

  /** Judges all gates by rules that are new; marks of gates that are no more are forgotten. */
  void redefined(String service, Rulebook rulebook) {
    standings.forget(service);
    ServiceState state = states.of(service);
    settle(
        rulebook,
        state,
        new Judge(rulebook).judge(standings.shelves(rulebook), state.marks(), state.clock()),
        state.clock());
    announcer.changed(service, rulebook, state.clock());
  }

  /** Forgets what was worked out of a service that the catalogue has no more. */
  void forget(String service) {
    standings.forget(service);
    rulebooks.forget(service);
  }

  private boolean settle(
      Rulebook rulebook, ServiceState before, List<GateStanding> judged, Instant at) {
    String service = rulebook.service().name();
    Map<GateId, GateMark> marks = new HashMap<>(before.marks());
    if (!rulebook.gates().containsAll(marks.keySet())) {
      marks.keySet().retainAll(rulebook.gates());
    }
    List<Change> changes = new ArrayList<>();
    boolean spoke = false;
    for (GateStanding standing : judged) {
      GateMark old = marks.put(standing.id(), standing.mark());
      if (old == null || old.revision() != standing.mark().revision()) {
        voice.say(GateJudgements.of(service, level(rulebook, standing.id()), standing));
        spoke = true;
      }
      if (old != null) {
        Change.of(old, standing).ifPresent(changes::add);
      }
    }
    standings.put(rulebook, judged);
    Optional<Instant> next = new Judge(rulebook).nextTurn(marks, at);
    ServiceState after = before.judged(marks, before.verdicts(), next, List.of());
    Map<String, Verdict> verdicts = new HashMap<>();
    for (StandardRule rule : rulebook.standards()) {
      String standard = rule.standard().id();
      Verdict old = before.verdicts().get(standard);
      Verdict verdict = standings.verdict(rulebook, rule, after, old, judged);
      verdicts.put(standard, verdict);
      if (old != null) {
        Change.of(standard, old, verdict, at).ifPresent(changes::add);
      }
    }
    states.put(service, after.judged(marks, verdicts, next, changes));
    return spoke || !verdicts.equals(before.verdicts());
  }

  private static String level(Rulebook rulebook, GateId gate) {
    return rulebook.standards().stream()
        .filter(rule -> rule.standard().id().equals(gate.standard()))
        .findFirst()
        .map(StandardRule::level)
        .orElseThrow();
  }
}
