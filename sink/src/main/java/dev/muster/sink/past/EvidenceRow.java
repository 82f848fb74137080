package dev.muster.sink.past;

import dev.muster.schemas.judgement.GateJudgement;
import java.time.Instant;
import java.util.Optional;

/**
 * One gate over one span, with what it stood on.
 *
 * @param to when another judgement took its place, or the standard was held no more; empty: it is
 *     in force still
 * @param standardHash of the standard's text in force at the beginning; empty when not known
 */
public record EvidenceRow(
    GateJudgement judgement,
    Instant from,
    Optional<Instant> to,
    String standardHash,
    Event event,
    Approval approval) {

  /** How the event that decides was found in the log. */
  public enum Found {
    /** None decides, or it is told whole in the judgement. */
    NOT_ASKED,
    READ,
    /** Its topic keeps events for a shorter time than judgements. */
    KEPT_NO_LONGER,
    /** At its place lies another: the log is not the one that was judged. */
    ANOTHER
  }

  /**
   * What only the event itself says.
   *
   * @param who gave their word; empty: a machine
   */
  public record Event(Found found, String who, String reportUrl, String reportSha256) {
    static final Event NOT_ASKED = without(Found.NOT_ASKED);

    static Event without(Found found) {
      return new Event(found, "", "", "");
    }
  }

  /** Who answers for a waiver, and until when. */
  public record Approval(String approver, Optional<Instant> expires) {
    static final Approval NONE = new Approval("", Optional.empty());
  }
}
