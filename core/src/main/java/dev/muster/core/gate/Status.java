package dev.muster.core.gate;

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
  /** Holds, and will not for long. */
  EXPIRING,
  /** Holds. */
  PASS,
  /** Does not hold, and somebody answers for that; only ever an effective status. */
  WAIVED,
  /** Not asked of this service; stands aside. */
  NOT_APPLICABLE;

  /** Whether it counts as passed. */
  public boolean holds() {
    return this == PASS || this == EXPIRING;
  }

  /** Whether it is worse than another. */
  public boolean worseThan(Status other) {
    return compareTo(other) < 0;
  }
}
