package dev.muster.app.run;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How one run's ending is read.
 *
 * @param exits what its exit codes mean
 * @param fromWords what the command line says against the claim
 * @param signs what to look for in its output
 */
record Presets(ExitRules exits, List<Doubt> fromWords, List<Tool.Sign> signs) {

  Presets {
    fromWords = List.copyOf(fromWords);
    signs = List.copyOf(signs);
  }

  /**
   * @param preset a tool's name, or "none"; without it the command's own name decides
   * @param exit rules that stand instead of the tool's
   */
  static Presets choose(
      Optional<String> preset, Optional<String> exit, Claim claim, List<String> command) {
    CommandWords words = CommandWords.of(command);
    Optional<Tool> tool =
        preset.isPresent()
            ? named(preset.get())
            : claim instanceof Claim.Backup ? words.tool() : Optional.empty();
    ExitRules rules =
        exit.map(ExitRules::parse).or(() -> tool.map(Tool::exits)).orElse(ExitRules.PLAIN);
    Set<Outcome> refused = new TreeSet<>(rules.outcomes());
    refused.removeAll(claim.outcomes());
    if (!refused.isEmpty()) {
      throw new IllegalArgumentException(
          "a "
              + claim.kind()
              + " cannot end "
              + refused
              + "; it takes "
              + new TreeSet<>(claim.outcomes()));
    }
    if (tool.isPresent() && claim instanceof Claim.Backup backup) {
      return new Presets(
          rules,
          tool.get().doubts(backup.operation(), words.after(tool.get())),
          tool.get().signs(backup.operation()));
    }
    return new Presets(rules, List.of(), List.of());
  }

  private static Optional<Tool> named(String name) {
    if (name.equals("none")) {
      return Optional.empty();
    }
    Optional<Tool> tool = Tool.named(name);
    if (tool.isEmpty()) {
      throw new IllegalArgumentException(
          "no preset \""
              + name
              + "\"; there are "
              + Tool.ALL.stream().map(Tool::name).toList()
              + " and none");
    }
    return tool;
  }
}
