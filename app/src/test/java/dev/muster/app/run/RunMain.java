package dev.muster.app.run;

import java.time.Clock;
import picocli.CommandLine;

/** {@code muster run} on its own, as a process. */
public final class RunMain {
  private RunMain() {}

  public static void main(String[] arguments) {
    RunCommand command = new RunCommand(System.getenv(), Clock.systemUTC());
    System.exit(new CommandLine(command).setExpandAtFiles(false).execute(arguments));
  }
}
