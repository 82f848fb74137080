package dev.muster.app.run;

import dev.muster.app.run.Claim.Operation;
import java.util.Locale;

/** Doubts that several tools share. */
final class Doubts {
  static final Doubt DRY_RUN = new Doubt.ProvesNothing("it was a dry run");

  private Doubts() {}

  static Doubt otherCommand(String command, Operation operation) {
    return new Doubt.ProvesNothing(command + " is no " + operation.name().toLowerCase(Locale.ROOT));
  }
}
