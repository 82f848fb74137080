package dev.muster.app.run;

import dev.muster.app.run.Claim.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * restic, as seen in 0.14 and documented for 0.19: exit 3 is partial, 11 says another run holds the
 * lock.
 */
final class Restic implements Tool {
  private static final Map<String, Operation> COMMANDS =
      Map.of(
          "backup", Operation.BACKUP,
          "copy", Operation.COPY,
          "restore", Operation.RESTORE,
          "dump", Operation.RESTORE,
          "check", Operation.VERIFY);
  private static final Pattern DRY = Pattern.compile("-[vq]*n[vq]*|--dry-run(=true)?");
  private static final Set<String> CHOICES =
      Set.of("-i", "-e", "--include", "--iinclude", "--exclude", "--iexclude");
  private static final Pattern CHOICE =
      Pattern.compile("-[ie].+|--i?(include|exclude)(-file)?(=.*)?");
  private static final Pattern SUBFOLDER = Pattern.compile("(latest|[0-9a-f]{8,64}):.+");

  @Override
  public String name() {
    return "restic";
  }

  @Override
  public ExitRules exits() {
    return ExitRules.parse("0=PASSED,3=PARTIAL,11=ERROR,*=FAILED");
  }

  @Override
  public List<Doubt> doubts(Operation operation, List<String> words) {
    List<Doubt> doubts = new ArrayList<>();
    String command = words.stream().filter(COMMANDS::containsKey).findFirst().orElse("");
    if (COMMANDS.getOrDefault(command, operation) != operation) {
      doubts.add(Doubts.otherCommand("restic " + command, operation));
    }
    if (words.stream().anyMatch(DRY.asMatchPredicate())) {
      doubts.add(Doubts.DRY_RUN);
    }
    if (operation == Operation.RESTORE && command.equals("dump")) {
      doubts.add(new Doubt.OnlyPart("restic dump writes one file or folder"));
    } else if (operation == Operation.RESTORE && command.equals("restore")) {
      if (!words.contains("--verify")) {
        doubts.add(new Doubt.Unverified("restic restore ran without --verify"));
      }
      if (words.stream().anyMatch(Restic::chooses)) {
        doubts.add(new Doubt.OnlyPart("restic restore was told to leave files out"));
      }
    } else if (operation == Operation.VERIFY && command.equals("check")) {
      if (words.stream().anyMatch(word -> word.startsWith("--read-data-subset"))) {
        doubts.add(new Doubt.OnlyPart("restic check read a part of the data"));
      } else if (!words.contains("--read-data")) {
        doubts.add(new Doubt.Unverified("restic check ran without --read-data"));
      }
    }
    return doubts;
  }

  @Override
  public List<Sign> signs(Operation operation) {
    return List.of(
        new Sign("\"dry_run\":true", Doubts.DRY_RUN),
        new Sign(" does not exist, skipping", new Doubt.LeftOut("a path to back up was missing")),
        new Sign(
            "at least one source file could not be read",
            new Doubt.LeftOut("a file could not be read")),
        new Sign("\"message_type\":\"error\"", new Doubt.LeftOut("restic told of an error")));
  }

  private static boolean chooses(String word) {
    return CHOICES.contains(word)
        || CHOICE.matcher(word).matches()
        || SUBFOLDER.matcher(word).matches();
  }
}
