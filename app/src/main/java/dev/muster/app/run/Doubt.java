package dev.muster.app.run;

/** A reason to believe less than the exit code or the caller says. */
sealed interface Doubt {

  /** In the words of a sentence, read after "because". */
  String reason();

  /** Nothing was done that could prove anything: whatever the exit code, INCONCLUSIVE. */
  record ProvesNothing(String reason) implements Doubt {}

  /** Something was left out: a pass becomes PARTIAL. */
  record LeftOut(String reason) implements Doubt {}

  /** The output says it failed: a pass becomes FAILED. */
  record SaidBroken(String reason) implements Doubt {}

  /** FULL becomes PART. */
  record OnlyPart(String reason) implements Doubt {}

  /** CHECKSUM becomes NONE. */
  record Unverified(String reason) implements Doubt {}
}
