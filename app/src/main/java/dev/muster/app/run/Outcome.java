package dev.muster.app.run;

/** How a run ended, in the words of {@code --exit}. */
enum Outcome {
  PASSED,
  FAILED,
  PARTIAL,
  /** Ran, and proved nothing. */
  INCONCLUSIVE,
  /** The tool itself broke, or could not be started. */
  ERROR,
  /** Deploys only: given up half-way. */
  ABORTED
}
