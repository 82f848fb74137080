package dev.muster.core.waiver;

import dev.muster.core.waiver.WaiverStep.Terms;
import dev.muster.core.word.Mistake;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a step may be taken after those before it. */
final class WaiverRules {
  /** The most that may be open for one service. */
  static final int OPEN = 5;

  private WaiverRules() {}

  /**
   * Looks at one step.
   *
   * @param before the waiver so far, absent when the step begins it
   * @param open waivers of the service that are open when the step is received
   * @param approvers who may approve then
   */
  static Optional<Mistake> refusal(
      WaiverStep step, @Nullable Waiver before, long open, Set<String> approvers) {
    if (step.kind() == WaiverStep.Kind.PROPOSED) {
      return before == null
          ? asking(step, open)
          : refused("waiverId", "one that is new", step.waiverId());
    } else if (before == null) {
      return refused("waiverId", "a waiver that was asked for", step.waiverId());
    } else if (!before.terms().equals(step.terms())) {
      return refused("terms", "those that were asked for", "others");
    }
    Instant now = later(step.time(), before.lastStep());
    if (step.kind() == WaiverStep.Kind.REVOKED) {
      return before.isOpen(now)
          ? Optional.empty()
          : refused("state", "a waiver that is open", before.at(now).name());
    }
    return before.at(now) == Waiver.State.PROPOSED
        ? deciding(step, approvers)
        : refused("state", "a waiver that waits for an answer", before.at(now).name());
  }

  private static Optional<Mistake> asking(WaiverStep step, long open) {
    Terms terms = step.terms();
    if (terms.reason().isBlank()) {
      return refused("reason", "why the gate cannot pass yet", "nothing");
    } else if (terms.risk().isBlank()) {
      return refused("risk", "what it may cost until then", "nothing");
    } else if (terms.compensatingAction().isBlank()) {
      return refused("compensatingAction", "what is done instead", "nothing");
    } else if (terms.requestedBy().isBlank() || !terms.requestedBy().equals(step.by())) {
      return refused("requestedBy", "who asks: " + step.by(), terms.requestedBy());
    } else if (!terms.expires().isAfter(later(terms.starts(), step.time()))) {
      return refused("expires", "an instant to come, after its start", terms.expires().toString());
    } else if (terms.expires().isAfter(terms.starts().plus(Waiver.LONGEST))) {
      return refused(
          "expires",
          "at most " + Waiver.LONGEST.toDays() + " d after its start",
          terms.expires().toString());
    } else if (open >= OPEN) {
      return refused("service", "one with fewer than " + OPEN + " open waivers", open + " open");
    }
    return Optional.empty();
  }

  private static Optional<Mistake> deciding(WaiverStep step, Set<String> approvers) {
    boolean yes = step.kind() == WaiverStep.Kind.APPROVED;
    if (yes && step.by().equalsIgnoreCase(step.terms().requestedBy())) {
      return refused("by", "somebody other than who asked", step.by());
    }
    return approvers.contains(step.by())
        ? Optional.empty()
        : refused(
            "by",
            "a member of the owner's team with the role approver and the service's tier in approvesTiers",
            step.by());
  }

  private static Optional<Mistake> refused(String field, String expected, String got) {
    return Optional.of(new Mistake(field, expected, got));
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
