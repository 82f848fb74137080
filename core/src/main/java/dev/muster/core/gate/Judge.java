package dev.muster.core.gate;

import dev.muster.core.gate.Waivers.Waived;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says where a service's gates stand at an instant.
 *
 * <p>A standing follows from the rules in force, the evidence and the instant, not from the order
 * in which they came: {@code since} is found by asking the same rules about ever earlier instants.
 * The mark of the last standing is needed only for what the shelf no longer holds, for when the
 * rule came into force, and to count revisions.
 */
public final class Judge {
  private final Rulebook rulebook;

  public Judge(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  /**
   * Judges gates.
   *
   * @param before marks of the last standings, by gate
   * @param at the service's clock, or a deadline
   */
  public List<GateStanding> judge(
      Collection<GateId> gates, Shelves shelves, Map<GateId, GateMark> before, Instant at) {
    Docket docket = new Docket(rulebook, shelves);
    return gates.stream().map(id -> judge(rulebook.rule(id), docket, before.get(id), at)).toList();
  }

  /** Judges all gates. */
  public List<GateStanding> judge(Shelves shelves, Map<GateId, GateMark> before, Instant at) {
    return judge(rulebook.gates(), shelves, before, at);
  }

  /**
   * Where all gates stand in full, by marks that were made of the same evidence and whose turn has
   * not come. What they tell already, since when above all, is not looked for again; a gate of
   * which the evidence says something else is judged.
   */
  public List<GateStanding> recall(Shelves shelves, Map<GateId, GateMark> marks, Instant at) {
    Docket docket = new Docket(rulebook, shelves);
    return rulebook.gates().stream()
        .map(id -> recall(rulebook.rule(id), docket, marks.get(id), at))
        .toList();
  }

  /** Judges the gates whose time has come, if {@code at} is {@link #nextTurn} of the marks. */
  public List<GateStanding> turn(Shelves shelves, Map<GateId, GateMark> before, Instant at) {
    List<GateId> due =
        rulebook.gates().stream()
            .filter(id -> turns(before.get(id)).filter(turn -> !turn.isAfter(at)).isPresent())
            .toList();
    return judge(due, shelves, before, at);
  }

  /** The next instant at which a gate may turn, or a standard begin to bite, by itself. */
  public Optional<Instant> nextTurn(Map<GateId, GateMark> marks, Instant after) {
    List<Instant> turns = new ArrayList<>();
    rulebook.gates().forEach(id -> turns(marks.get(id)).ifPresent(turns::add));
    rulebook.nextFrom(after).ifPresent(turns::add);
    return turns.stream().min(Instant::compareTo);
  }

  private static Optional<Instant> turns(@Nullable GateMark mark) {
    return Optional.ofNullable(mark).map(GateMark::turns);
  }

  private GateStanding judge(GateRule rule, Docket docket, @Nullable GateMark known, Instant at) {
    GateMark before = known != null && known.ruleHash().equals(rule.hash()) ? known : null;
    Instant ruleSince = before == null ? rulebook.received() : before.ruleSince();
    Since since = new Since(ruleSince, at);
    GateCase gate = GateCase.of(rule, docket);
    List<EntryStanding> entries =
        entries(gate, at, (ask, i, status) -> begun(ask, since, status, before, i));
    Finding finding = worst(gate, entries);
    Instant begun =
        entries.size() == 1 && entries.get(0).asked()
            ? entries.get(0).since()
            : since.of(gate, finding.status(), before == null ? null : before.mark());
    Waivers waivers = waivers(rule, finding, docket);
    Waived waived = waivers.inForce(rule.id(), at).orElse(null);
    Print print = new Print();
    print.add(finding, begun);
    print.add(waived);
    entries.forEach(entry -> print.add(entry.finding(), entry.since()));
    entries.forEach(entry -> entry.parts().forEach(part -> print.add(part, begun)));
    boolean same = before != null && before.print() == print.value();
    long last = known == null ? -1 : known.revision();
    GateMark mark =
        new GateMark(
            rule.id(),
            rule.hash(),
            ruleSince,
            new GateMark.Mark(finding.status(), begun),
            waived == null ? finding.status() : Status.WAIVED,
            same ? last : last + 1,
            print.value(),
            earlier(nextTurn(gate, at), waivers.turnsAfter(rule.id(), at).orElse(null)),
            entries.stream()
                .map(entry -> new GateMark.Mark(entry.status(), entry.since()))
                .toList());
    Instant turned = waivers.turnedBy(rule.id(), at).filter(begun::isBefore).orElse(begun);
    return new GateStanding(rule.id(), finding, waived, turned, at, entries, mark);
  }

  /** Those that can count: the gate may be waived, and asks something of the service. */
  private static Waivers waivers(GateRule rule, Finding finding, Docket docket) {
    boolean asks = finding.status() != Status.NOT_APPLICABLE;
    return rule.gate().waivable() && asks ? docket.shelves().waivers() : Waivers.NONE;
  }

  private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
    return a == null || (b != null && b.isBefore(a)) ? b : a;
  }

  private GateStanding recall(GateRule rule, Docket docket, @Nullable GateMark mark, Instant at) {
    if (mark == null || !mark.ruleHash().equals(rule.hash())) {
      return judge(rule, docket, mark, at);
    }
    GateCase gate = GateCase.of(rule, docket);
    List<EntryStanding> entries =
        entries(gate, at, (ask, i, status) -> mark.entries().get(i).since());
    Finding finding = worst(gate, entries);
    Waivers waivers = waivers(rule, finding, docket);
    Waived waived = waivers.inForce(rule.id(), at).orElse(null);
    Instant begun = mark.mark().since();
    Instant turned = waivers.turnedBy(rule.id(), at).filter(begun::isBefore).orElse(begun);
    GateStanding now = new GateStanding(rule.id(), finding, waived, turned, at, entries, mark);
    return mark.tells(now) ? now : judge(rule, docket, mark, at);
  }

  /** Since when a requirement stands as it stands. */
  private interface Beginning {
    Instant of(AskCase ask, int place, Status status);
  }

  private static Instant begun(
      AskCase ask, Since since, Status status, @Nullable GateMark before, int place) {
    GateMark.Mark mark = before == null ? null : before.entries().get(place);
    return ask.ask().applies() ? since.of(ask, status, mark) : since.floor();
  }

  private static List<EntryStanding> entries(GateCase gate, Instant at, Beginning beginning) {
    if (!gate.rule().applies()) {
      return List.of();
    }
    List<EntryStanding> entries = new ArrayList<>(gate.asks().size());
    for (AskCase ask : gate.asks()) {
      int i = entries.size();
      List<Finding> parts = GateCase.parts(ask, at);
      Finding finding = Finding.worst(parts, parts.get(0));
      entries.add(
          new EntryStanding(
              gate.rule().gate().requires().get(i),
              ask.ask().level(),
              ask.ask().level() <= gate.rule().asked(),
              finding,
              beginning.of(ask, i, finding.status()),
              parts));
    }
    return entries;
  }

  private static Finding worst(GateCase gate, List<EntryStanding> entries) {
    List<Finding> findings = new ArrayList<>(entries.size());
    entries.forEach(entry -> findings.add(entry.finding()));
    return gate.worst(findings);
  }

  private static @Nullable Instant nextTurn(Case gate, Instant at) {
    Case.Turns turns = new Case.Turns();
    gate.turnsAfter(at, turns);
    NavigableSet<Instant> later = turns.instants().tailSet(at, false);
    return later.isEmpty() ? null : later.first();
  }
}
