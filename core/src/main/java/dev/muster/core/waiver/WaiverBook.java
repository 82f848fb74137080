package dev.muster.core.waiver;

import dev.muster.core.gate.GateId;
import dev.muster.core.gate.Waivers;
import dev.muster.core.word.Mistake;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The waivers of one service: all steps that the log has, taken in their order, each if the rules
 * allow it. What it says depends on the steps and on who could approve when, not on when it is
 * asked.
 */
public final class WaiverBook implements Waivers {
  /** Of a service without waivers. */
  public static final WaiverBook EMPTY = new WaiverBook(List.of(), Approvers.NONE);

  private final List<WaiverStep> steps;
  private final Approvers approvers;
  private final Map<String, Waiver> waivers = new LinkedHashMap<>();

  private WaiverBook(List<WaiverStep> steps, Approvers approvers) {
    this.steps = List.copyOf(steps);
    this.approvers = approvers;
    steps.forEach(step -> take(step));
  }

  /** As it was when its {@link #steps()} and {@link #approvers()} were written down. */
  public static WaiverBook of(List<WaiverStep> steps, Approvers approvers) {
    return steps.isEmpty() && approvers.known().isEmpty()
        ? EMPTY
        : new WaiverBook(steps, approvers);
  }

  private Optional<Mistake> take(WaiverStep step) {
    Optional<Mistake> refusal = refusal(step);
    if (refusal.isEmpty()) {
      waivers.compute(
          step.waiverId(),
          (id, before) ->
              before == null
                  ? Waiver.asked(step)
                  : step.kind() == WaiverStep.Kind.REVOKED
                      ? before.revoked(step)
                      : before.decided(step));
    }
    return refusal;
  }

  /** Why the step would have no effect as the next one; empty when it would. */
  public Optional<Mistake> refusal(WaiverStep step) {
    long open = waivers.values().stream().filter(waiver -> waiver.isOpen(step.received())).count();
    Set<String> may = approvers.at(step.received());
    return WaiverRules.refusal(step, waivers.get(step.waiverId()), open, may);
  }

  /** With one more step, the newest; kept also when it has no effect as things are known now. */
  public WaiverBook with(WaiverStep step) {
    List<WaiverStep> all = new ArrayList<>(steps);
    all.add(step);
    return new WaiverBook(all, approvers);
  }

  /** With one more definition of the service. */
  public WaiverBook with(Instant received, Set<String> mayApprove) {
    Approvers more = approvers.with(received, mayApprove);
    return more.equals(approvers) ? this : new WaiverBook(steps, more);
  }

  /** All steps, in the order of the log. */
  public List<WaiverStep> steps() {
    return steps;
  }

  public Approvers approvers() {
    return approvers;
  }

  /** All waivers, in the order they were asked for. */
  public Collection<Waiver> waivers() {
    return Collections.unmodifiableCollection(waivers.values());
  }

  @Override
  public Optional<Waived> inForce(GateId gate, Instant at) {
    return of(gate)
        .flatMap(waiver -> waived(waiver, at).stream())
        .max(Comparator.comparing(Waived::until).thenComparing(Waived::id));
  }

  private static Optional<Waived> waived(Waiver waiver, Instant at) {
    return waiver
        .force()
        .filter(force -> force.holds(at))
        .map(force -> new Waived(waiver.id(), force.to()));
  }

  @Override
  public Optional<Instant> turnedBy(GateId gate, Instant at) {
    return edges(gate)
        .filter(edge -> isWaived(gate, edge) != isWaived(gate, edge.minusNanos(1)))
        .filter(edge -> !edge.isAfter(at))
        .max(Comparator.naturalOrder());
  }

  @Override
  public Optional<Instant> turnsAfter(GateId gate, Instant at) {
    return edges(gate).filter(edge -> edge.isAfter(at)).min(Comparator.naturalOrder());
  }

  private Stream<Instant> edges(GateId gate) {
    return of(gate)
        .flatMap(waiver -> waiver.force().stream())
        .flatMap(force -> Stream.of(force.from(), force.to()));
  }

  private boolean isWaived(GateId gate, Instant at) {
    return inForce(gate, at).isPresent();
  }

  private Stream<Waiver> of(GateId gate) {
    return waivers.values().stream().filter(waiver -> waiver.terms().gate().equals(gate));
  }
}
