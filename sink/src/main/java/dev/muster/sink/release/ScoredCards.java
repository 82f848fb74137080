package dev.muster.sink.release;

import dev.muster.core.gate.Status;
import dev.muster.core.release.Scored;
import dev.muster.core.release.Scored.AtLevel;
import dev.muster.core.release.Scored.Gate;
import dev.muster.core.release.Scored.Open;
import dev.muster.core.scorecard.Verdict;
import dev.muster.schemas.judgement.GateScore;
import dev.muster.schemas.judgement.GateStatus;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.judgement.StandardScore;
import dev.muster.sink.view.Overdue;
import dev.muster.sink.view.Reasons;
import java.time.Instant;

/** What scorecards say, for the release gate. A word that is not known here is never a good one. */
public final class ScoredCards {
  private ScoredCards() {}

  public static Scored of(Scorecard card, StandardScore score, Instant now) {
    return new Scored(
        card.getService(),
        score.getStandard(),
        score.getDefinition(),
        score.getLevel(),
        verdict(score.getVerdict()),
        score.getLevels().stream()
            .map(each -> new AtLevel(each.getLevel(), verdict(each.getVerdict())))
            .toList(),
        score.getUpcomingFrom(),
        score.getGates().stream().map(gate -> gate(gate, now)).toList());
  }

  private static Gate gate(GateScore gate, Instant now) {
    return new Gate(
        gate.getGate(),
        status(gate.getRaw()),
        status(gate.getEffective()),
        Overdue.is(gate, now),
        Reasons.sentence(gate.getReason(), gate.getReasonValues()),
        gate.getExpires(),
        gate.getWaiverId(),
        gate.getWaiverExpires(),
        gate.getEntries().stream()
            .filter(entry -> !status(entry.getStatus()).holds())
            .map(entry -> new Open(entry.getLevel(), status(entry.getStatus())))
            .toList());
  }

  private static Status status(GateStatus status) {
    return status == GateStatus.UNKNOWN ? Status.CANNOT_JUDGE : Status.valueOf(status.name());
  }

  private static Verdict verdict(dev.muster.schemas.judgement.Verdict verdict) {
    return verdict == dev.muster.schemas.judgement.Verdict.UNKNOWN
        ? Verdict.NOT_READY
        : Verdict.valueOf(verdict.name());
  }
}
