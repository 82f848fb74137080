package dev.muster.app;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code muster schemas}. */
@Command(
    name = "schemas",
    description = "Rolls out schemas to a registry that is elsewhere.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExample:%n",
    footer = "  MUSTER_REGISTRY_URL=http://r:8081 muster schemas register")
final class SchemasCommand {

  private SchemasCommand() {}

  /** With its subcommands. */
  static CommandLine line(Map<String, String> environment) {
    return new CommandLine(new SchemasCommand()).addSubcommand(new SchemasRegister(environment));
  }
}
