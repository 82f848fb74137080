package dev.muster.app.run;

import dev.muster.app.run.Claim.Operation;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one backup tool: its exit codes, and the ways in which it looks better than it
 * is.
 */
interface Tool {

  /** To add a tool, write its class and add it here. */
  List<Tool> ALL = List.of(new Restic(), new Borg(), new PgBackRest(), new Barman());

  /** As it is typed at a prompt, and after {@code --preset}. */
  String name();

  ExitRules exits();

  /** What its command line says against the claim; {@code words} are those after its name. */
  List<Doubt> doubts(Operation operation, List<String> words);

  /** Lines of its output that say something against the claim. */
  List<Sign> signs(Operation operation);

  /**
   * Something in the output that speaks against the claim.
   *
   * @param text a piece of a line
   * @param doubt what to believe where a line holds it
   */
  record Sign(String text, Doubt doubt) {}

  static Optional<Tool> named(String name) {
    return ALL.stream().filter(tool -> tool.name().equals(name)).findFirst();
  }
}
