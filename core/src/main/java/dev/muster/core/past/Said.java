package dev.muster.core.past;

import dev.muster.core.gate.GateId;
import dev.muster.core.gate.Status;
import java.time.Instant;

/**
 * One judgement of a gate, as the log has it.
 *
 * @param since when the gate began to stand so
 * @param spoken the received time that caused the judgement
 * @param word whatever else it says
 */
public record Said<W>(
    GateId gate,
    Instant since,
    Instant spoken,
    long revision,
    Status raw,
    Status effective,
    W word) {

  /** Whether it goes on with what was said, and corrects nothing of it. */
  boolean renews(Said<?> before) {
    return since.equals(before.since) && raw == before.raw && effective == before.effective;
  }

  /**
   * Whether it is no news after {@code newest}: streams that read the log again from its beginning
   * say again what they said, and lack by then the facts that are kept no longer.
   */
  boolean repeats(Said<?> newest) {
    return spoken.isBefore(newest.spoken)
        || (spoken.equals(newest.spoken) && revision == newest.revision && renews(newest));
  }
}
