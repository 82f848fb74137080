package dev.muster.streams.waiver;

import dev.muster.core.gate.GateId;
import dev.muster.core.waiver.WaiverStep;
import dev.muster.core.waiver.WaiverStep.Kind;
import dev.muster.core.waiver.WaiverStep.Terms;
import dev.muster.schemas.fact.Waiver;
import java.time.Instant;
import java.util.Optional;

/** Steps of waivers out of records. */
public final class WaiverSteps {
  private WaiverSteps() {}

  /** Empty where the step is one that this version does not know. */
  public static Optional<WaiverStep> of(Waiver fact, Instant received) {
    Kind kind =
        switch (fact.getState()) {
          case PROPOSED -> Kind.PROPOSED;
          case APPROVED -> Kind.APPROVED;
          case REJECTED -> Kind.REJECTED;
          case REVOKED -> Kind.REVOKED;
          case UNKNOWN -> null;
        };
    Terms terms =
        new Terms(
            new GateId(fact.getStandard(), fact.getGate()),
            fact.getReason(),
            fact.getRisk(),
            fact.getCompensatingAction(),
            fact.getRequestedBy(),
            fact.getStarts(),
            fact.getExpires());
    return Optional.ofNullable(kind)
        .map(
            known ->
                new WaiverStep(
                    fact.getWaiverId(), terms, known, fact.getBy(), fact.getTime(), received));
  }
}
