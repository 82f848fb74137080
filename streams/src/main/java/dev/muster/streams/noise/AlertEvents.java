package dev.muster.streams.noise;

import dev.muster.core.alert.AlertAction;
import dev.muster.core.alert.AlertEvent;
import dev.muster.core.alert.AlertState;
import dev.muster.core.alert.Classification;
import dev.muster.core.alert.Episode;
import dev.muster.core.alert.ProtectedClass;
import dev.muster.core.alert.Severity;
import dev.muster.core.alert.Urgency;
import dev.muster.core.alert.noise.Answer;
import dev.muster.core.alert.noise.NoiseVerdict;
import dev.muster.core.gate.Origin;
import dev.muster.core.gate.Position;
import dev.muster.schemas.fact.Alert;
import dev.muster.schemas.fact.Review;
import dev.muster.schemas.fact.ReviewAction;
import dev.muster.schemas.fact.ReviewKind;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Facts on alerts in core's words. The names of the enums are the same on both sides. */
public final class AlertEvents {
  private AlertEvents() {}

  public static AlertEvent of(Alert fact, String subject, Instant received, Position position) {
    return new AlertEvent(
        new Origin(fact.getId(), fact.getSource(), subject, fact.getTime(), received, position),
        new Episode.Id(fact.getSource(), fact.getFingerprint(), fact.getStartedAt()),
        fact.getRule(),
        fact.getEnvironment(),
        AlertState.valueOf(fact.getState().name()),
        new AlertEvent.Asks(
            Severity.valueOf(fact.getSeverity().name()),
            Urgency.valueOf(fact.getUrgency().name()),
            protection(fact)),
        new AlertEvent.Ties(
            fact.getGroupKey(),
            fact.getIncidentId(),
            fact.getMusterId(),
            fact.getDeploymentId(),
            fact.getRunbook()),
        new AlertEvent.Word(
            fact.getBy(), AlertAction.valueOf(fact.getAction().name()), classification(fact)));
  }

  private static @Nullable ProtectedClass protection(Alert fact) {
    var told = fact.getProtectedClass();
    return told == null ? null : ProtectedClass.valueOf(told.name());
  }

  private static @Nullable Classification classification(Alert fact) {
    var told = fact.getClassification();
    return told == null ? null : Classification.valueOf(told.name());
  }

  /** A decision on a proposal; empty for any other. */
  public static Optional<Answer> answer(Review fact, Instant received) {
    String rule = fact.getRule();
    var proposal = fact.getProposal();
    boolean accepted = fact.getAction() == ReviewAction.ACCEPTED;
    if (fact.getKind() != ReviewKind.PROPOSAL
        || rule == null
        || proposal == null
        || proposal == dev.muster.schemas.fact.NoiseVerdict.UNKNOWN
        || !(accepted || fact.getAction() == ReviewAction.DECLINED)) {
      return Optional.empty();
    }
    return Optional.of(
        new Answer(
            fact.getSource(),
            fact.getId(),
            fact.getTime(),
            received,
            rule,
            NoiseVerdict.valueOf(proposal.name()),
            accepted));
  }

  /** Whether a weekly review was closed. */
  public static boolean isClosed(Review fact) {
    return fact.getKind() == ReviewKind.WEEK && fact.getAction() == ReviewAction.CLOSED;
  }
}
