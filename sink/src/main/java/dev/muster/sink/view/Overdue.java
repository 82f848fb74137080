package dev.muster.sink.view;

import dev.muster.schemas.judgement.GateScore;
import dev.muster.schemas.judgement.GateStatus;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.judgement.StandardScore;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a proof ran out and nobody judged since: streams, which speaks five seconds after a
 * deadline, does not run. Such a proof proves nothing any more, and nothing may show it as one.
 */
public final class Overdue {
  /** Past the deadline; generous, since clocks differ. */
  public static final Duration GRACE = Duration.ofMinutes(1);

  private Overdue() {}

  public static boolean is(GateScore gate, Instant now) {
    Instant end =
        gate.getEffective() == GateStatus.WAIVED ? gate.getWaiverExpires() : gate.getExpires();
    return end != null && counted(gate.getEffective()) && now.isAfter(end.plus(GRACE));
  }

  private static boolean counted(GateStatus status) {
    return status == GateStatus.PASS
        || status == GateStatus.EXPIRING
        || status == GateStatus.WAIVED;
  }

  public static boolean any(StandardScore score, Instant now) {
    return score.getGates().stream().anyMatch(gate -> is(gate, now));
  }

  public static boolean any(Scorecard card, Instant now) {
    return card.getStandards().stream().anyMatch(score -> any(score, now));
  }
}
