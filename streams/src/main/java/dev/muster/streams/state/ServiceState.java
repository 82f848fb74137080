package dev.muster.streams.state;

import dev.muster.core.gate.GateId;
import dev.muster.core.gate.GateMark;
import dev.muster.core.scorecard.Change;
import dev.muster.core.scorecard.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is remembered of one service beside its evidence.
 *
 * @param clock the greatest received time or deadline judged, the epoch before the first
 * @param definition absent while the catalogue does not have it
 * @param marks of its gates
 * @param turn when a gate may turn by itself
 * @param verdicts by standard
 * @param changes newest first, at most 20
 */
public record ServiceState(
    Instant clock,
    Optional<Definition> definition,
    Map<GateId, GateMark> marks,
    Map<String, Verdict> verdicts,
    Optional<Instant> turn,
    Emission emission,
    List<Change> changes) {
  /** What of a service falls due: its gates. */
  public static final String GATES = "gates";

  /** What of a service falls due: its SLOs. */
  public static final String BURN = "burn";

  /** What of a service falls due: the weeks of its alerts. */
  public static final String NOISE = "noise";

  /** What of a service falls due: a scorecard held back. */
  public static final String SCORECARD = "scorecard";

  /** Of a service never heard of. */
  public static final ServiceState NEW =
      new ServiceState(
          Instant.EPOCH,
          Optional.empty(),
          Map.of(),
          Map.of(),
          Optional.empty(),
          Emission.NONE,
          List.of());

  public ServiceState {
    // What is copied already is not copied again: most changes leave most of it alone.
    marks = Map.copyOf(marks);
    verdicts = Map.copyOf(verdicts);
    changes = List.copyOf(changes);
  }

  /** Whether all but the clock is the same. */
  boolean saysAs(ServiceState other) {
    return definition.equals(other.definition)
        && marks.equals(other.marks)
        && verdicts.equals(other.verdicts)
        && turn.equals(other.turn)
        && emission.equals(other.emission)
        && changes.equals(other.changes);
  }

  /** The service's clock, moved on; never back. */
  public ServiceState at(Instant instant) {
    return instant.isAfter(clock)
        ? new ServiceState(instant, definition, marks, verdicts, turn, emission, changes)
        : this;
  }

  public ServiceState defined(Definition by) {
    return new ServiceState(clock, Optional.of(by), marks, verdicts, turn, emission, changes);
  }

  /** As the catalogue has it no more: no gates, no deadlines of theirs. */
  public ServiceState pruned() {
    return new ServiceState(
        clock, Optional.empty(), Map.of(), Map.of(), Optional.empty(), emission, List.of());
  }

  public ServiceState judged(
      Map<GateId, GateMark> now,
      Map<String, Verdict> verdictsNow,
      Optional<Instant> next,
      List<Change> more) {
    return new ServiceState(
        clock, definition, now, verdictsNow, next, emission, Change.last(changes, more));
  }

  public ServiceState changing(List<Change> more) {
    return judged(marks, verdicts, turn, more);
  }

  public ServiceState emitting(Emission next) {
    return new ServiceState(clock, definition, marks, verdicts, turn, next, changes);
  }
}
