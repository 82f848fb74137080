package dev.muster.core.alert.noise;

/** What is noticed about a rule beside its verdict. */
public enum NoiseFlag {
  NO_RUNBOOK,
  STUCK,
  FLAPPING,
  AFTER_DEPLOY,
  LONG_SILENCED
}
