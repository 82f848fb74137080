package dev.muster.sink.page;

import dev.muster.core.gate.GateId;
import dev.muster.schemas.judgement.GateScore;
import dev.muster.schemas.judgement.GateStatus;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.sink.page.WaiversPage.Beneath;
import dev.muster.sink.view.Reasons;
import java.time.Instant;
import java.util.Optional;

/** Says how a gate stands by its evidence alone, whatever is waived. */
record Beneaths(Times times) {

  Beneath of(GateScore gate) {
    return new Beneath(
        Marks.of(gate.getRaw(), gate.getReason()),
        words(gate),
        Reasons.sentence(gate.getReason(), gate.getReasonValues()));
  }

  Optional<Beneath> of(Optional<Scorecard> card, GateId id) {
    return card.stream()
        .flatMap(found -> found.getStandards().stream())
        .filter(score -> score.getStandard().equals(id.standard()))
        .flatMap(score -> score.getGates().stream())
        .filter(gate -> gate.getGate().equals(id.gate()))
        .findFirst()
        .map(this::of);
  }

  static boolean holds(GateScore gate) {
    return gate.getRaw() == GateStatus.PASS || gate.getRaw() == GateStatus.EXPIRING;
  }

  /** Under a waiver, "since" counts from the later of the two; it is told where it is exact. */
  private String words(GateScore gate) {
    String word = Marks.of(gate.getRaw(), gate.getReason()).word();
    Instant end = gate.getExpires();
    if (holds(gate)) {
      return end == null ? word : "Proven until " + times.day(end);
    } else if (gate.getRaw() == GateStatus.STALE && end != null) {
      return word + " since " + times.day(end);
    }
    boolean exact =
        gate.getEffective() != GateStatus.WAIVED
            && (gate.getRaw() == GateStatus.FAIL || gate.getRaw() == GateStatus.STALE);
    return exact ? word + " since " + times.day(gate.getSince()) : word;
  }
}
