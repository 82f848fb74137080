package dev.muster.sink.past;

import dev.muster.core.gate.GateId;
import dev.muster.core.gate.Status;
import dev.muster.core.past.Said;
import dev.muster.core.past.Standing;
import dev.muster.core.scorecard.Sentences;
import dev.muster.schemas.fact.Proof;
import dev.muster.schemas.judgement.GateJudgement;
import dev.muster.schemas.judgement.GateStatus;
import dev.muster.sink.view.Overdue;
import java.time.Instant;
import java.util.Set;

/** Judgements of the log as the rules of {@code core} take them. */
final class Judgements {
  private static final Set<String> SEEN = Set.of("SEEN_ELSEWHERE", "PERSONS_WORD_ONLY");

  private Judgements() {}

  static Said<GateJudgement> said(GateJudgement judgement) {
    return new Said<>(
        new GateId(judgement.getStandard(), judgement.getGate()),
        judgement.getSince(),
        judgement.getSpoken(),
        judgement.getRevision(),
        status(judgement.getRaw()),
        status(judgement.getEffective()),
        judgement);
  }

  /** A word of a later version than ours cannot be judged by us. */
  private static Status status(GateStatus status) {
    return status == GateStatus.UNKNOWN ? Status.CANNOT_JUDGE : Status.valueOf(status.name());
  }

  /** Why it stands so, in a sentence. */
  static String sentence(GateJudgement judgement) {
    String sentence = Sentences.of(judgement.getReason(), judgement.getReasonValues());
    return sentence.isEmpty()
        ? ""
        : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }

  /** Whether its proof had run out at the instant and nobody had judged since. */
  static boolean overdue(GateJudgement judgement, Instant at) {
    Instant end = judgement.getExpires();
    return end != null
        && status(judgement.getEffective()).holds()
        && at.isAfter(end.plus(Overdue.GRACE));
  }

  static Standing.Gate standing(GateJudgement judgement, Instant at) {
    Boolean told = judgement.getConnected();
    boolean connected =
        told == null
            ? judgement.getEvidence() != null || SEEN.contains(judgement.getReason())
            : told;
    Status status = overdue(judgement, at) ? Status.CANNOT_JUDGE : status(judgement.getEffective());
    return new Standing.Gate(status, judgement.getProof() == Proof.PERSON, connected);
  }
}
