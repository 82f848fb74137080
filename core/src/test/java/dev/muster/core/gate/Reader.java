package dev.muster.core.gate;

import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.catalogue.Requirement.Scope;
import dev.muster.core.gate.Histories.Definition;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads records one by one and judges as the topology does: only what each record can move. */
final class Reader {
  private EvidenceShelf own = new EvidenceShelf();
  private final Map<String, EvidenceShelf> shared = new HashMap<>();
  private @Nullable Rulebook rulebook;
  private Instant clock = Histories.START;
  private final Map<GateId, GateMark> marks = new HashMap<>();
  private final Map<GateId, GateStanding> standings = new HashMap<>();

  /** Judgements spoken, for counting. */
  long spoken;

  void read(Evidence event) {
    advance(event.received());
    String subject = event.origin().subject();
    Optional<StreamKey> changed =
        !subject.equals("orders")
            ? shared
                .computeIfAbsent(subject, any -> new EvidenceShelf())
                .put(event, Rulebook::runsAnywhere)
            : own.put(event, rulebook == null ? Rulebook::runsAnywhere : rulebook::runs);
    if (rulebook != null && changed.isPresent()) {
      keep(new Judge(rulebook).judge(rulebook.reading(event, shelves()), shelves(), marks, clock));
    }
  }

  void read(Definition definition) {
    advance(Histories.hour(definition.hour()));
    rulebook =
        Rulebook.of(
            definition.service(),
            Histories.hour(definition.hour()),
            List.of(definition.standard()),
            Map.of(),
            Reader::compile);
    keep(new Judge(rulebook).judge(shelves(), marks, clock));
  }

  /** Speaks every deadline up to an instant, each in its turn. */
  void advance(Instant to) {
    while (rulebook != null) {
      Judge judge = new Judge(rulebook);
      Optional<Instant> next = judge.nextTurn(marks, clock).filter(turn -> !turn.isAfter(to));
      if (next.isEmpty()) {
        break;
      }
      Instant turn = next.get();
      keep(judge.turn(shelves(), marks, turn));
      clock = turn.isAfter(clock) ? turn : clock;
    }
    clock = to.isAfter(clock) ? to : clock;
  }

  /** Forgets all but what would be written down. */
  void restart() {
    own = EvidenceShelf.of(List.copyOf(own.streams()));
    shared.replaceAll((subject, shelf) -> EvidenceShelf.of(List.copyOf(shelf.streams())));
    standings.keySet().retainAll(marks.keySet());
  }

  EvidenceShelf own() {
    return own;
  }

  private Shelves shelves() {
    Map<Scope, EvidenceShelf> counting = new HashMap<>();
    Objects.requireNonNull(rulebook)
        .subjects()
        .forEach(
            (scope, subject) ->
                Optional.ofNullable(shared.get(subject))
                    .ifPresent(shelf -> counting.put(scope, shelf)));
    return new Shelves(own, counting, Waivers.NONE);
  }

  private void keep(List<GateStanding> judged) {
    for (GateStanding standing : judged) {
      GateMark before = marks.put(standing.id(), standing.mark());
      spoken += before == null || before.revision() != standing.mark().revision() ? 1 : 0;
      standings.put(standing.id(), standing);
    }
  }

  Map<GateId, GateStanding> standings() {
    return standings;
  }

  /** Where all gates stand, by their marks. */
  List<GateStanding> recalled() {
    return rulebook == null ? List.of() : new Judge(rulebook).recall(shelves(), marks, clock);
  }

  /** Where all gates stand, judged once more. */
  List<GateStanding> judgedAgain() {
    return rulebook == null ? List.of() : new Judge(rulebook).judge(shelves(), marks, clock);
  }

  private static Must compile(String expression, EvidenceType type) {
    return new Must() {
      @Override
      public String expression() {
        return expression;
      }

      @Override
      public Answer test(Facts facts) {
        if (expression.startsWith("trigger")) {
          return facts.find("trigger").equals(Optional.of("PIPELINE"))
              ? new Answer.Holds()
              : new Answer.Fails();
        }
        Optional<?> x = facts.find("values.x");
        if (x.isEmpty()) {
          return new Answer.Lacks(new TreeSet<>(List.of("values.x")));
        }
        double value = (Double) x.get();
        if (value == 13) {
          return new Answer.Broken("unlucky");
        }
        return value >= 1 ? new Answer.Holds() : new Answer.Fails();
      }
    };
  }
}
