package dev.muster.core.waiver;

import dev.muster.core.gate.GateId;
import dev.muster.core.waiver.WaiverStep.Kind;
import dev.muster.core.waiver.WaiverStep.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Steps of waivers, by day. */
final class Steps {
  static final GateId LOAD = new GateId("seven-gates", "load");
  static final String ANN = "ann@example.org";
  static final String BOB = "bob@example.org";
  static final String EVE = "eve@example.org";

  private Steps() {}

  static Instant day(double day) {
    return Instant.parse("2026-03-01T00:00:00Z").plusMillis((long) (day * 86_400_000));
  }

  static Terms terms(String by, double starts, double expires) {
    return new Terms(LOAD, "late", "slow", "watch it", by, day(starts), day(expires));
  }

  static WaiverStep step(Kind kind, String id, Terms terms, String by, double day) {
    return new WaiverStep(id, terms, kind, by, day(day), day(day));
  }

  static WaiverStep asked(String id, Terms terms, double day) {
    return step(Kind.PROPOSED, id, terms, terms.requestedBy(), day);
  }

  /** Bob may approve from the first day on. */
  static WaiverBook book(WaiverStep... steps) {
    return WaiverBook.of(List.of(steps), Approvers.NONE.with(day(0), Set.of(BOB)));
  }
}
