package dev.muster.app.run;

import dev.muster.app.run.Claim.Operation;
import java.util.List;

/**
 * Barman, as seen in 3.4: a backup that still waits for its log files exits 0 and cannot be
 * restored.
 */
final class Barman implements Tool {
  @Override
  public String name() {
    return "barman";
  }

  @Override
  public ExitRules exits() {
    return ExitRules.PLAIN;
  }

  @Override
  public List<Doubt> doubts(Operation operation, List<String> words) {
    return List.of();
  }

  @Override
  public List<Sign> signs(Operation operation) {
    return List.of(
        new Sign(
            "WAITING_FOR_WALS",
            new Doubt.ProvesNothing("the backup still waits for its log files")));
  }
}
