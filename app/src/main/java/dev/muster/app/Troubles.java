package dev.muster.app;

import dev.muster.app.api.Refused;
import dev.muster.app.embedded.FolderInUse;
import dev.muster.core.catalogue.DidYouMean;
import dev.muster.runtime.http.PortInUse;
import dev.muster.runtime.part.Fault;
import dev.muster.runtime.settings.SettingsRefused;
import dev.muster.schemas.SchemaRefused;
import dev.muster.schemas.TopicsRefused;
import dev.muster.streams.run.StartRefused;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Makes a sentence and an exit code of whatever ended a command; people see no stack trace. */
final class Troubles implements IExecutionExceptionHandler, IParameterExceptionHandler {

  @Override
  public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (thrown instanceof Begun.ToldToEnd) {
      return Exit.CANNOT_TELL;
    } else if (thrown instanceof SettingsRefused) {
      say(err, command, String.valueOf(thrown.getMessage()));
      return Exit.WRONG_USE;
    } else if (thrown instanceof Refused) {
      say(err, command, String.valueOf(thrown.getMessage()));
      return Exit.NO;
    } else if (isForPeople(thrown)) {
      say(err, command, String.valueOf(thrown.getMessage()));
      return Exit.CANNOT_TELL;
    }
    LoggerFactory.getLogger(Troubles.class)
        .atError()
        .addKeyValue("command", command.getCommandName())
        .addKeyValue("fault", Fault.of(thrown))
        .log("a command failed");
    say(err, command, "this is a fault in muster itself: " + Fault.of(thrown));
    return Exit.CANNOT_TELL;
  }

  private static boolean isForPeople(Exception thrown) {
    return thrown instanceof PortInUse
        || thrown instanceof FolderInUse
        || thrown instanceof TopicsRefused
        || thrown instanceof StartRefused
        || thrown instanceof SchemasMissing
        || thrown instanceof SchemaRefused
        || thrown instanceof Unreachable
        || thrown instanceof UncheckedIOException;
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    PrintWriter err = command.getErr();
    Optional<String> unknown =
        unknownCommand(wrong).or(() -> tooMuch(wrong)).or(() -> noCommand(wrong));
    if (unknown.isPresent()) {
      say(err, command, unknown.get());
    } else {
      say(err, command, String.valueOf(wrong.getMessage()));
      UnmatchedArgumentException.printSuggestions(wrong, err);
    }
    err.println("See '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return Exit.WRONG_USE;
  }

  /** A word where a command was to stand. */
  private static Optional<String> unknownCommand(ParameterException wrong) {
    Set<String> known = wrong.getCommandLine().getSubcommands().keySet();
    if (!(wrong instanceof UnmatchedArgumentException unmatched)
        || known.isEmpty()
        || unmatched.isUnknownOption()) {
      return Optional.empty();
    }
    String word = unmatched.getUnmatched().get(0);
    return Optional.of(
        "there is no command \"%s\"; %s"
            .formatted(
                word,
                DidYouMean.nearest(word, known)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("there are " + String.join(", ", known))));
  }

  /** A word more than the command takes. */
  private static Optional<String> tooMuch(ParameterException wrong) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched) || unmatched.isUnknownOption()) {
      return Optional.empty();
    }
    CommandSpec spec = wrong.getCommandLine().getCommandSpec();
    String takes =
        spec.positionalParameters().stream()
            .map(PositionalParamSpec::paramLabel)
            .collect(Collectors.joining(" "));
    return Optional.of(
        "\"%s\" is too much; %s takes %s"
            .formatted(
                unmatched.getUnmatched().get(0),
                spec.name(),
                takes.isEmpty() ? "options only" : takes + " and options"));
  }

  /** A command of which one of its own has to be said. */
  private static Optional<String> noCommand(ParameterException wrong) {
    Set<String> known = wrong.getCommandLine().getSubcommands().keySet();
    return wrong.getClass() == ParameterException.class
            && "Missing required subcommand".equals(wrong.getMessage())
        ? Optional.of("say what to do: " + String.join(", ", known))
        : Optional.empty();
  }

  private static void say(PrintWriter err, CommandLine command, String sentence) {
    for (String line : sentence.split("\n", -1)) {
      err.println(
          command.getColorScheme().errorText(command.getCommandSpec().root().name() + ": " + line));
    }
  }
}
