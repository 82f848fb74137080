package dev.muster.app;

import dev.muster.app.catalogue.ApplyCommand;
import dev.muster.app.catalogue.SchemaCommand;
import dev.muster.app.catalogue.ValidateCommand;
import dev.muster.app.check.CheckCommand;
import dev.muster.app.check.ChecksCommand;
import dev.muster.app.check.ExplainCommand;
import dev.muster.app.check.SignoffCommand;
import dev.muster.app.evidence.EvidenceCommand;
import dev.muster.app.imports.ImportCommand;
import dev.muster.app.replay.ReplayCommand;
import dev.muster.app.run.RunCommand;
import dev.muster.app.token.TokenCommand;
import dev.muster.app.word.AttestCommand;
import dev.muster.app.word.Terminal;
import dev.muster.app.word.WaiveCommand;
import dev.muster.runtime.settings.SettingsRefused;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** The {@code muster} command. */
@Command(
    name = "muster",
    description = "Says of each service whether it is ready, and why.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  muster demo                      a living example, kept in .muster-demo",
      "  muster up                        everything on this machine, kept in .muster",
      "  muster COMMAND --help            what a command does and takes",
      "  . <(muster completion)           completion for bash and zsh",
      "",
      "Exit codes: 0 done or yes, 1 no, 2 wrong use, 3 could not tell."
    })
public final class Main {

  private Main() {}

  /** All commands, in the order of the help; a new one is a class and a line here. */
  static List<Object> commands(Map<String, String> environment, Clock clock) {
    return List.of(
        new UpCommand(environment, clock),
        new DemoCommand(environment, clock),
        new IngestCommand(environment, clock),
        new StreamsCommand(environment, clock),
        new SinkCommand(environment, clock),
        new RegistryCommand(environment),
        SchemasCommand.line(environment),
        new ValidateCommand(),
        new ApplyCommand(environment, clock),
        new SchemaCommand(),
        ImportCommand.line(),
        new SendCommand(environment),
        new RunCommand(environment, clock),
        new CheckCommand(environment),
        new ExplainCommand(environment),
        new ChecksCommand(environment),
        new SignoffCommand(environment, Terminal.own()),
        new AttestCommand(environment, Terminal.own(), clock),
        WaiveCommand.line(environment),
        new EvidenceCommand(environment, clock, System.out),
        new ReplayCommand(environment, clock),
        TokenCommand.line(environment, clock),
        new VersionCommand(),
        new CompletionCommand());
  }

  /** Ready to {@code execute}. */
  static CommandLine commandLine(Map<String, String> environment, Clock clock) {
    CommandLine line = new CommandLine(new Main());
    for (Object command : commands(environment, clock)) {
      line.addSubcommand(command);
    }
    line.getCommandSpec()
        .version(VersionCommand.words())
        .addOption(
            OptionSpec.builder("--version")
                .versionHelp(true)
                .description("As 'muster version'.")
                .build());
    everyone(line).forEach(one -> addHelp(one.getCommandSpec()));
    Troubles troubles = new Troubles();
    return line.setExecutionStrategy(parsed -> execute(parsed, environment))
        .setExecutionExceptionHandler(troubles)
        .setParameterExceptionHandler(troubles)
        .setCaseInsensitiveEnumValuesAllowed(true)
        // A word that begins with @ belongs to the command that 'run' starts.
        .setExpandAtFiles(false);
  }

  /** Help whatever is set; else nothing starts with a setting that is a mistake. */
  private static int execute(ParseResult parsed, Map<String, String> environment) {
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) {
      return helped;
    }
    try {
      Programs.refuseMistakes(environment);
    } catch (SettingsRefused e) {
      if (!runsACommand(parsed)) {
        throw new ExecutionException(parsed.commandSpec().commandLine(), "settings", e);
      }
      parsed.commandSpec().commandLine().getErr().println("muster run: " + e.getMessage());
    }
    return new RunLast().execute(parsed);
  }

  /** A backup is not left undone because of a setting that has nothing to do with it. */
  private static boolean runsACommand(ParseResult parsed) {
    return parsed.hasSubcommand() && parsed.subcommand().commandSpec().name().equals("run");
  }

  private static Stream<CommandLine> everyone(CommandLine line) {
    return Stream.concat(
        Stream.of(line), line.getSubcommands().values().stream().flatMap(Main::everyone));
  }

  private static void addHelp(CommandSpec spec) {
    if (spec.findOption("--help") == null) {
      spec.addOption(
          OptionSpec.builder("-h", "--help").usageHelp(true).description("Shows this.").build());
    }
    if (spec.userObject() instanceof ReadsSettings reads) {
      reads.describeIn(spec);
    }
  }

  /**
   * Numbers are written in one form on every machine. For this one the JDK asks for no symbols each
   * time: Kafka Streams 4.3 writes a text about each empty input for each record, and a tenth of
   * the time of its thread went there.
   */
  public static void main(String[] args) {
    Locale.setDefault(Locale.Category.FORMAT, Locale.US);
    System.exit(commandLine(System.getenv(), Clock.systemUTC()).execute(args));
  }
}
