package dev.muster.core.alert.noise;

/** What a rule's figures propose. */
public enum NoiseVerdict {
  INSUFFICIENT_DATA,
  KEEP,
  SUPPRESS,
  DOWNGRADE,
  DELETE,
  TUNE;

  /** Whether somebody is asked to answer. */
  public boolean isProposal() {
    return this != INSUFFICIENT_DATA && this != KEEP;
  }

  /** Whether a gate counts how long it waits for an answer. */
  public boolean isAskedAfter() {
    return this == SUPPRESS || this == DOWNGRADE || this == DELETE;
  }
}
