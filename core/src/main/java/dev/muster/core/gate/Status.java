package dev.muster.core.gate;

import java.util.Collection;

/** Where an entry or a gate stands, worst first. */
public enum Status {
  /** Contradicted. */
  FAIL,
  /** Its rule failed at run time. */
  CANNOT_JUDGE,
  /** Held, now too old. */
  STALE,
  /** Never seen, or never proven. */
  MISSING,
  /** Does not hold, and somebody answers for that; only ever an effective status. */
  WAIVED,
  /** Holds, and will not for long. */
  EXPIRING,
  /** Holds. */
  PASS,
  /** Not asked of this service; stands aside. */
  NOT_APPLICABLE;

  /** Whether it counts as passed. */
  public boolean holds() {
    return this == PASS || this == EXPIRING;
  }

  /** The worse of two. */
  static Status worse(Status one, Status other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** Of a system's gate: that of the worst service it applies to. */
  public static Status worst(Collection<Status> services) {
    return services.stream().min(Status::compareTo).orElse(NOT_APPLICABLE);
  }
}
