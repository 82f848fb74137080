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
    String version =
        Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "unpacked");
    Objects.requireNonNull(spec)
        .commandLine()
        .getOut()
        .printf("muster %s (Java %s)%n", version, Runtime.version().feature());
    return Exit.OK;
  }
}
