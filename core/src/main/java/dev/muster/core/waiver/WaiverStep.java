package dev.muster.core.waiver;

import dev.muster.core.gate.GateId;
import java.time.Instant;

/**
 * One step in the life of a waiver, as the log has it. Each step repeats what was asked.
 *
 * @param terms what was asked
 * @param by who took this step
 * @param time when it was taken; never later than received
 * @param received when Muster learned of it
 */
public record WaiverStep(
    String waiverId, Terms terms, Kind kind, String by, Instant time, Instant received) {
  public WaiverStep {
    time = time.isAfter(received) ? received : time;
  }

  /** The steps there are. */
  public enum Kind {
    PROPOSED,
    APPROVED,
    REJECTED,
    REVOKED
  }

  /**
   * What is asked; it never changes.
   *
   * @param reason why the gate cannot pass yet
   * @param risk what it may cost until then
   * @param compensatingAction what is done instead
   * @param starts inclusive
   * @param expires exclusive
   */
  public record Terms(
      GateId gate,
      String reason,
      String risk,
      String compensatingAction,
      String requestedBy,
      Instant starts,
      Instant expires) {}
}
