package dev.muster.app.imports;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code muster import}. */
@Command(
    name = "import",
    description = "Makes files of a catalogue of what other tools have.",
    synopsisSubcommandLabel = "TOOL",
    footerHeading = "%nExamples:%n",
    footer = {
      "  muster import sloth slos/*.yml --out catalogue    SLOs as OpenSLO v1",
      "",
      "Says what was taken, guessed and left out. A file that says something else is kept."
    })
public final class ImportCommand {
  private ImportCommand() {}

  /** With a command for each tool; a new one is a class and a line here. */
  public static CommandLine line() {
    return new CommandLine(new ImportCommand()).addSubcommand(new SlothCommand());
  }
}
