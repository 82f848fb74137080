package dev.muster.app.run;

import dev.muster.app.run.Claim.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** borg, as seen in 1.2: exit 1 is a warning; an extract checks every chunk by itself. */
final class Borg implements Tool {
  private static final Map<String, Operation> COMMANDS =
      Map.of(
          "create", Operation.BACKUP,
          "transfer", Operation.COPY,
          "extract", Operation.RESTORE,
          "check", Operation.VERIFY);
  private static final Pattern DRY = Pattern.compile("-n|--dry-run");
  private static final Pattern CHOICE =
      Pattern.compile("-e.*|--(exclude|pattern|exclude-from|patterns-from)(=.*)?");

  @Override
  public String name() {
    return "borg";
  }

  @Override
  public ExitRules exits() {
    return ExitRules.parse("0=PASSED,1=PARTIAL,*=FAILED");
  }

  @Override
  public List<Doubt> doubts(Operation operation, List<String> words) {
    List<Doubt> doubts = new ArrayList<>();
    String command = words.stream().filter(COMMANDS::containsKey).findFirst().orElse("");
    boolean dry = words.stream().anyMatch(DRY.asMatchPredicate());
    // extract --dry-run reads and checks every chunk: a true verification.
    boolean readsAll = operation == Operation.VERIFY && command.equals("extract") && dry;
    if (COMMANDS.getOrDefault(command, operation) != operation && !readsAll) {
      doubts.add(Doubts.otherCommand("borg " + command, operation));
    }
    if (dry && !readsAll) {
      doubts.add(Doubts.DRY_RUN);
    }
    if (operation == Operation.RESTORE && command.equals("extract")) {
      if (words.stream().anyMatch(CHOICE.asMatchPredicate()) || namesPaths(words)) {
        doubts.add(new Doubt.OnlyPart("borg extract was told to leave files out"));
      }
    }
    return doubts;
  }

  /** {@code extract REPOSITORY::ARCHIVE PATH…}. */
  private static boolean namesPaths(List<String> words) {
    return words.stream()
        .dropWhile(word -> word.startsWith("-") || !word.contains("::"))
        .skip(1)
        .anyMatch(word -> !word.startsWith("-"));
  }

  @Override
  public List<Sign> signs(Operation operation) {
    return List.of();
  }
}
