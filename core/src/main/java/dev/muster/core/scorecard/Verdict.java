package dev.muster.core.scorecard;

import dev.muster.core.gate.Status;
import java.util.Collection;
import java.util.List;

/** Whether something is fit by a standard, worst first. */
public enum Verdict {
  /** A gate neither holds nor is waived. */
  NOT_READY,
  /** No evidence of any gate was ever seen, or no gate applies: nothing is known. */
  NOT_CONNECTED,
  /** All gates hold but those somebody answers for. */
  READY_WITH_WAIVERS,
  /** All gates hold. */
  READY;

  /**
   * Of the effective statuses of a standard's gates.
   *
   * @param connected whether evidence of any gate was ever seen
   */
  public static Verdict of(Collection<Status> gates, boolean connected) {
    List<Status> apply = gates.stream().filter(status -> status != Status.NOT_APPLICABLE).toList();
    if (!connected || apply.isEmpty()) {
      return NOT_CONNECTED;
    }
    if (apply.stream().allMatch(Status::holds)) {
      return READY;
    }
    return apply.stream().allMatch(status -> status.holds() || status == Status.WAIVED)
        ? READY_WITH_WAIVERS
        : NOT_READY;
  }

  /** Of a system: that of its worst service; nothing is known of one without services. */
  public static Verdict ofSystem(Collection<Verdict> services) {
    return services.stream().min(Verdict::compareTo).orElse(NOT_CONNECTED);
  }

  /** Whether a release may go. */
  public boolean ready() {
    return this == READY || this == READY_WITH_WAIVERS;
  }
}
