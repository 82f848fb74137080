package dev.muster.streams.replay;

import dev.muster.schemas.judgement.BurnJudgement;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.schemas.judgement.GateStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** What was judged, kept as far as it was asked for. */
public final class History implements Consumer<SpecificRecord> {
  private final Span asked;
  private final Set<String> services;
  private final List<Judgement> spoken = new ArrayList<>();
  private final SortedMap<Subject, SloPast> slos = new TreeMap<>();
  private final SortedMap<Subject, Timeline<GateStatus>> gates = new TreeMap<>();

  /**
   * What was asked for.
   *
   * @param to exclusive
   */
  public record Span(Instant from, Instant to) {
    boolean holds(Instant at) {
      return !at.isBefore(from) && at.isBefore(to);
    }
  }

  /**
   * Of what was judged.
   *
   * @param services none for all
   */
  History(Span asked, Set<String> services) {
    this.asked = asked;
    this.services = services;
  }

  @Override
  public void accept(SpecificRecord said) {
    Judgement.of(said)
        .filter(each -> services.isEmpty() || services.contains(each.service()))
        .ifPresent(this::take);
  }

  private void take(Judgement judgement) {
    if (judgement instanceof Judgement.OfGate gate) {
      GateJudgement of = gate.record();
      gates
          .computeIfAbsent(
              new Subject(of.getService(), of.getStandard() + '/' + of.getGate()),
              any -> new Timeline<>())
          .say(of.getSince(), of.getEffective());
    } else if (judgement instanceof Judgement.OfSlo slo) {
      BurnJudgement of = slo.record();
      slos.computeIfAbsent(new Subject(of.getService(), of.getSlo()), any -> new SloPast()).say(of);
    }
    if (asked.holds(judgement.spoken())) {
      spoken.add(judgement);
    }
  }

  /** What was asked for. */
  public Span asked() {
    return asked;
  }

  /** What was spoken in the time asked for, in the order of time and services. */
  public List<Judgement> spoken() {
    return spoken.stream().sorted(Judgement.BY_TIME).toList();
  }

  /** SLOs of which anything was ever said. */
  public Set<Subject> slos() {
    return Collections.unmodifiableSet(slos.keySet());
  }

  /** Pages of one SLO. */
  List<Call> pages(Subject slo) {
    return of(slo).pages(asked.from(), asked.to());
  }

  /** Alerts of one SLO that never paged. */
  List<Call> tickets(Subject slo) {
    return of(slo).tickets(asked.from(), asked.to());
  }

  private SloPast of(Subject slo) {
    return slos.getOrDefault(slo, new SloPast());
  }

  public Calls pages() {
    return slos.keySet().stream()
        .map(slo -> Calls.of(pages(slo), asked.from()))
        .reduce(Calls.NONE, Calls::plus);
  }

  public Calls tickets() {
    return slos.keySet().stream()
        .map(slo -> Calls.of(tickets(slo), asked.from()))
        .reduce(Calls.NONE, Calls::plus);
  }

  Set<Subject> gates() {
    return gates.keySet();
  }

  Timeline<GateStatus> gate(Subject gate) {
    return gates.getOrDefault(gate, new Timeline<>());
  }
}
