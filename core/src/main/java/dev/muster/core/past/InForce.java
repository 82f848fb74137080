package dev.muster.core.past;

import dev.muster.core.gate.GateId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was in force at one instant: take all judgements in the log's order, then ask. Keeps three
 * of each gate, however long the log is.
 */
public final class InForce<W> {
  private final Instant at;
  private final Map<GateId, Gate<W>> gates = new HashMap<>();

  private static final class Gate<W> {
    private @Nullable Said<W> newest;
    private @Nullable Said<W> known;
    private @Nullable Said<W> spoken;
  }

  public InForce(Instant at) {
    this.at = at;
  }

  /** The next of the log. */
  public void take(Said<W> said) {
    Gate<W> gate = gates.computeIfAbsent(said.gate(), any -> new Gate<>());
    if (gate.newest != null && said.repeats(gate.newest)) {
      return;
    }
    gate.newest = said;
    boolean saidByThen = !said.spoken().isAfter(at);
    if (saidByThen) {
      gate.spoken = said;
    }
    // What merely renewed it later tells nothing of the instant.
    boolean renewedLater = gate.known != null && said.renews(gate.known) && !saidByThen;
    if (!said.since().isAfter(at) && !renewedLater) {
      gate.known = said;
    }
  }

  /** What the log now holds to be true of the instant; later corrections have taken back others. */
  public Optional<Said<W>> knownNow(GateId gate) {
    return Optional.ofNullable(gates.get(gate)).map(all -> all.known);
  }

  /** What was the last word at the instant. */
  public Optional<Said<W>> spokenThen(GateId gate) {
    return Optional.ofNullable(gates.get(gate)).map(all -> all.spoken);
  }
}
