package dev.muster.app.run;

/** What became of an event that was sent. */
sealed interface Answer {

  /**
   * Muster has it.
   *
   * @param hint what was probably meant; empty for none
   */
  record Taken(String hint) implements Answer {}

  /** Muster has it and cannot place it, for instance an unknown service. */
  record Parked(String why) implements Answer {}

  /** Muster will never take it as it is. */
  record Refused(String why) implements Answer {}

  /** Nobody answered, or not as Muster does: worth another try. */
  record Away(String why) implements Answer {}
}
