package dev.muster.streams.replay;

import dev.muster.schemas.judgement.GateStatus;
import dev.muster.streams.replay.Timeline.Pair;
import dev.muster.streams.replay.Timeline.Span;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a change would have made of a time: two histories of one log, side by side. */
public record Difference(List<OfSlo> slos, List<OfGate> gates) {

  /** How people would have been called for an SLO; all that are called with or without it. */
  public record OfSlo(Subject slo, Both pages, Both tickets) {
    boolean isSilent() {
      return pages.isSilent() && tickets.isSilent();
    }
  }

  /** Calls of one kind. */
  public record Both(Calls without, Calls with, List<Calls.Change> changes) {
    static Both of(List<Call> without, List<Call> with, Instant from) {
      return new Both(Calls.of(without, from), Calls.of(with, from), Calls.changes(without, with));
    }

    /** Nobody is called either way. */
    public boolean isSilent() {
      return without.equals(Calls.NONE) && with.equals(Calls.NONE);
    }
  }

  /**
   * That a gate would have stood otherwise.
   *
   * @param without absent: it was not asked then
   * @param with absent: it would not have been asked
   */
  public record OfGate(
      Subject gate,
      Instant from,
      Instant to,
      @Nullable GateStatus without,
      @Nullable GateStatus with) {}

  /** Of the time that both were asked for. */
  public static Difference of(History without, History with) {
    Instant from = without.asked().from();
    Instant to = without.asked().to();
    List<OfSlo> slos =
        joined(without.slos(), with.slos()).stream()
            .map(
                slo ->
                    new OfSlo(
                        slo,
                        Both.of(without.pages(slo), with.pages(slo), from),
                        Both.of(without.tickets(slo), with.tickets(slo), from)))
            .filter(slo -> !slo.isSilent())
            .toList();
    List<OfGate> gates =
        joined(without.gates(), with.gates()).stream()
            .flatMap(
                gate ->
                    Timeline.differences(without.gate(gate), with.gate(gate), from, to).stream()
                        .map(span -> of(gate, span)))
            .toList();
    return new Difference(slos, gates);
  }

  private static OfGate of(Subject gate, Span<Pair<GateStatus>> span) {
    return new OfGate(gate, span.from(), span.to(), span.what().one(), span.what().other());
  }

  private static NavigableSet<Subject> joined(Iterable<Subject> one, Iterable<Subject> other) {
    NavigableSet<Subject> all = new TreeSet<>();
    one.forEach(all::add);
    other.forEach(all::add);
    return all;
  }
}
