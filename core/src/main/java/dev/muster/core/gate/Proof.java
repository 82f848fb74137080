package dev.muster.core.gate;

/** Whose word a proof is. */
public enum Proof {
  UNKNOWN,
  MACHINE,
  PERSON
}
