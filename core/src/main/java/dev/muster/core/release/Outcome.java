package dev.muster.core.release;

import dev.muster.core.gate.Status;
import dev.muster.core.scorecard.Verdict;

/** The answer of the release gate, in one word. */
public enum Outcome {
  /** All gates hold. */
  READY(true),
  /** All gates hold but those somebody answers for. */
  READY_WITH_WAIVERS(true),
  /** The standard was announced and does not bite by then: nothing is kept back. */
  NOT_BINDING(true),
  /** A gate neither holds nor is waived. */
  NOT_READY(false),
  /** No evidence of any gate was ever seen, or no gate applies. */
  NOT_CONNECTED(false),
  /**
   * The worst gate could not be judged, was not judged since its proof ran out, or the view is old.
   */
  CANNOT_TELL(false);

  private final boolean lets;

  Outcome(boolean lets) {
    this.lets = lets;
  }

  static Outcome of(Verdict verdict, Status worst) {
    return !verdict.ready() && worst == Status.CANNOT_JUDGE ? CANNOT_TELL : valueOf(verdict.name());
  }

  /** Whether a release may go. */
  public boolean lets() {
    return lets;
  }
}
