package dev.muster.app;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muster completion}. */
@Command(
    name = "completion",
    description = "Prints a script that completes commands and options in bash and zsh.",
    footerHeading = "%nExample:%n",
    footer = "  . <(muster completion)    from now on, in this shell")
final class CompletionCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec own = Objects.requireNonNull(spec);
    PrintWriter out = own.commandLine().getOut();
    out.print(AutoComplete.bash(own.root().name(), own.root().commandLine()));
    out.print('\n');
    out.flush();
    return Exit.OK;
  }
}
