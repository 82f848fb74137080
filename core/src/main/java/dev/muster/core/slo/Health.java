package dev.muster.core.slo;

/** How an SLO is doing. Neither of the last two is ever green. */
public enum Health {
  /** Budget left, and spent no faster than it is meant to be. */
  MEETING,
  /** Budget left, but in the last hour spent faster than it is meant to be. */
  AT_RISK,
  /** No budget left. */
  SPENT,
  /** Sampled, but nothing happened. */
  NO_TRAFFIC,
  /** Not sampled lately, or never. */
  NO_DATA
}
