package dev.muster.sink.page;

import dev.muster.schemas.judgement.GateScore;
import dev.muster.schemas.judgement.GateStatus;
import dev.muster.schemas.judgement.StandardScore;
import dev.muster.schemas.judgement.Verdict;
import dev.muster.sink.view.Overdue;
import java.time.Instant;
import java.util.Set;

/** Which sign a judgement gets. */
final class Marks {
  private static final Set<String> PROVED_NOTHING = Set.of("PROVED_NOTHING", "PERSONS_WORD_ONLY");

  private Marks() {}

  /** As it stands; a proof that ran out and that nobody judged since proves nothing. */
  static Mark of(GateScore gate, Instant now) {
    return Overdue.is(gate, now) ? Mark.UNSURE : of(gate.getEffective(), gate.getReason());
  }

  static Mark of(GateStatus status, String reason) {
    return switch (status) {
      case PASS -> Mark.PROVEN;
      case EXPIRING -> Mark.SOON;
      case FAIL -> Mark.FAILED;
      case STALE -> Mark.OLD;
      case MISSING -> PROVED_NOTHING.contains(reason) ? Mark.HOLLOW : Mark.UNSEEN;
      case WAIVED -> Mark.WAIVED;
      case NOT_APPLICABLE -> Mark.ASIDE;
      case CANNOT_JUDGE, UNKNOWN -> Mark.UNSURE;
    };
  }

  static Mark of(StandardScore score, Instant now) {
    if (score.getUpcomingFrom() != null) {
      return Mark.UPCOMING;
    }
    Mark said = of(score.getVerdict());
    boolean late = Overdue.any(score, now);
    return late && (said == Mark.PROVEN || said == Mark.WAIVED) ? Mark.UNSURE : said;
  }

  static Mark of(Verdict verdict) {
    return switch (verdict) {
      case READY -> Mark.PROVEN;
      case READY_WITH_WAIVERS -> Mark.WAIVED;
      case NOT_READY -> Mark.FAILED;
      case NOT_CONNECTED -> Mark.UNSEEN;
      case UNKNOWN -> Mark.UNSURE;
    };
  }
}
