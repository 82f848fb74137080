package dev.muster.app.run;

import dev.muster.app.run.Claim.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * pgBackRest, as seen in 2.45: {@code verify} exits 0 whatever it finds, and says it only as text.
 */
final class PgBackRest implements Tool {
  private static final Map<String, Operation> COMMANDS =
      Map.of(
          "backup", Operation.BACKUP,
          "restore", Operation.RESTORE,
          "verify", Operation.VERIFY);

  @Override
  public String name() {
    return "pgbackrest";
  }

  @Override
  public ExitRules exits() {
    return ExitRules.PLAIN;
  }

  @Override
  public List<Doubt> doubts(Operation operation, List<String> words) {
    List<Doubt> doubts = new ArrayList<>();
    String command = words.stream().filter(COMMANDS::containsKey).findFirst().orElse("");
    if (COMMANDS.getOrDefault(command, operation) != operation) {
      doubts.add(Doubts.otherCommand("pgbackrest " + command, operation));
    }
    if (operation == Operation.VERIFY
        && command.equals("verify")
        && !words.contains("--output=text")) {
      doubts.add(new Doubt.ProvesNothing("pgbackrest verify says nothing without --output=text"));
    }
    if (operation == Operation.RESTORE
        && command.equals("restore")
        && words.stream().anyMatch(word -> word.matches("--db-(include|exclude)(=.*)?"))) {
      doubts.add(new Doubt.OnlyPart("pgbackrest restore was told to leave databases out"));
    }
    return doubts;
  }

  @Override
  public List<Sign> signs(Operation operation) {
    if (operation != Operation.VERIFY) {
      return List.of();
    }
    return List.of(
        new Sign("status: error", new Doubt.SaidBroken("pgbackrest verify said status: error")),
        new Sign(
            "status: invalid", new Doubt.SaidBroken("pgbackrest verify said status: invalid")));
  }
}
