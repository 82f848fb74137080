package dev.muster.app;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muster version}. */
@Command(
    name = "version",
    description = "Says which version this is.",
    footerHeading = "%nExample:%n",
    footer = "  muster version")
final class VersionCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Objects.requireNonNull(spec).commandLine().getOut().println(words());
    return Exit.OK;
  }

  /** One line. */
  static String words() {
    String version =
        Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "unpacked");
    return "muster %s (Java %s)".formatted(version, Runtime.version().feature());
  }
}
