package dev.muster.core.gate;

import dev.muster.core.catalogue.Standard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A standard a service is held to.
 *
 * @param hash content hash of its text, absent when it was not resolved
 * @param asked index of the level asked for
 * @param from when it begins to bite, absent: it does
 */
public record StandardRule(
    Standard standard,
    @Nullable String hash,
    int asked,
    @Nullable Instant from,
    List<GateId> gates) {
  public StandardRule {
    gates = List.copyOf(gates);
  }

  /** The level asked for. */
  public String level() {
    return standard.levels().get(asked);
  }

  /** Whether it is only announced. */
  public boolean upcoming(Instant at) {
    return from != null && at.isBefore(from);
  }
}
