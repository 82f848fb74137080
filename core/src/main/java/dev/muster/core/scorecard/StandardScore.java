package dev.muster.core.scorecard;

import dev.muster.core.gate.GateId;
import dev.muster.core.gate.GateStanding;
import dev.muster.core.gate.Proof;
import dev.muster.core.gate.StandardRule;
import dev.muster.core.gate.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a service stands by one standard.
 *
 * @param upcoming only announced: judged and shown, and does not bite
 * @param gates in the standard's order; those that do not apply too
 */
public record StandardScore(
    StandardRule rule, Verdict verdict, Score score, boolean upcoming, List<GateStanding> gates) {
  public StandardScore {
    gates = List.copyOf(gates);
  }

  /** Adds up the standings of a standard's gates; all of them must be there. */
  public static StandardScore of(
      StandardRule rule, Map<GateId, GateStanding> standings, Instant at) {
    List<GateStanding> gates =
        rule.gates().stream().map(standings::get).filter(gate -> gate != null).toList();
    if (gates.size() != rule.gates().size()) {
      throw new IllegalArgumentException(
          "need a standing of each of " + rule.gates() + ", got " + standings.keySet());
    }
    return new StandardScore(
        rule,
        Verdict.of(gates.stream().map(GateStanding::effective).toList(), connected(gates)),
        Score.of(
            gates.stream()
                .map(gate -> new Score.Gate(gate.effective(), gate.proof() == Proof.PERSON))
                .toList()),
        rule.upcoming(at),
        gates);
  }

  /** The verdict for those who ask for another level. */
  public Verdict verdict(String level) {
    int index = rule.standard().levels().indexOf(level);
    if (index < 0) {
      throw new IllegalArgumentException(
          "need one of the levels " + rule.standard().levels() + ", got " + level);
    }
    List<Status> statuses =
        gates.stream()
            .map(gate -> gate.effective() == Status.WAIVED ? Status.WAIVED : gate.raw(index))
            .toList();
    return Verdict.of(statuses, connected(gates));
  }

  /** Of a sequence: the first gate that does not hold. */
  public Optional<GateStanding> next() {
    return gates.stream()
        .filter(gate -> rule.standard().sequence())
        .filter(gate -> gate.effective() != Status.NOT_APPLICABLE && !gate.effective().holds())
        .findFirst();
  }

  private static boolean connected(List<GateStanding> gates) {
    return gates.stream().anyMatch(GateStanding::connected);
  }
}
