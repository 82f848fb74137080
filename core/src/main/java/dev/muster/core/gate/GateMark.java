package dev.muster.core.gate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that must be remembered of a gate's standing to judge it next time.
 *
 * @param ruleHash of the rule it was judged with
 * @param ruleSince when that rule came into force here
 * @param mark by evidence alone
 * @param effective its status with what somebody answers for
 * @param revision one more each time the gate was spoken of
 * @param print differs when anything else of the standing does
 * @param turns when it must be judged again though nothing happens; absent: never
 * @param entries of each requirement, in the gate's order
 */
public record GateMark(
    GateId id,
    String ruleHash,
    Instant ruleSince,
    Mark mark,
    Status effective,
    long revision,
    long print,
    @Nullable Instant turns,
    List<Mark> entries) {
  public GateMark {
    entries = List.copyOf(entries);
  }

  /** Whether a standing is the one it was made of, as far as statuses tell. */
  boolean tells(GateStanding standing) {
    if (standing.raw() != mark.status() || standing.effective() != effective) {
      return false;
    }
    for (int i = 0; i < entries.size(); i++) {
      if (standing.entries().get(i).status() != entries.get(i).status()) {
        return false;
      }
    }
    return true;
  }

  /** A status, and since when without interruption. */
  public record Mark(Status status, Instant since) {}
}
