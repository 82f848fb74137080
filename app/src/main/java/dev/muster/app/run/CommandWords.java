package dev.muster.app.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a command line, as far as it shows which tool it starts. */
record CommandWords(List<String> all) {

  private static final Set<String> SHELLS = Set.of("sh", "bash", "dash", "ash", "ksh", "zsh");
  private static final Pattern BLANK = Pattern.compile("\\s+");

  CommandWords {
    all = List.copyOf(all);
  }

  /** The text of {@code sh -c TEXT} is taken apart at its blanks. */
  static CommandWords of(List<String> command) {
    int text = command.indexOf("-c") + 1;
    if (!SHELLS.contains(lastPart(command.get(0))) || text == 0 || text >= command.size()) {
      return new CommandWords(command);
    }
    List<String> words = new ArrayList<>(command.subList(0, text));
    BLANK.splitAsStream(command.get(text)).filter(word -> !word.isEmpty()).forEach(words::add);
    words.addAll(command.subList(text + 1, command.size()));
    return new CommandWords(words);
  }

  /** The first tool that is called by name. */
  Optional<Tool> tool() {
    return all.stream().flatMap(word -> Tool.named(lastPart(word)).stream()).findFirst();
  }

  /** The words after the tool's name up to {@code --}; empty where it is not called by name. */
  List<String> after(Tool tool) {
    for (int at = 0; at < all.size(); at++) {
      if (lastPart(all.get(at)).equals(tool.name())) {
        List<String> rest = all.subList(at + 1, all.size());
        return rest.contains("--") ? rest.subList(0, rest.indexOf("--")) : rest;
      }
    }
    return List.of();
  }

  private static String lastPart(String word) {
    return word.substring(word.lastIndexOf('/') + 1);
  }
}
