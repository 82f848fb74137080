package dev.muster.app.catalogue;

import dev.muster.app.Exit;
import dev.muster.core.catalogue.Catalogue;
import dev.muster.core.catalogue.yaml.CatalogueReader;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster validate}. */
@Command(
    name = "validate",
    description = {
      "Finds every mistake in a catalogue.",
      "Each is told with its place and what to do about it. Asks no server."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  muster validate catalogue/example",
      "",
      "Exit codes: 0 no mistakes, 1 mistakes, 2 wrong use or nothing to read."
    })
public final class ValidateCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "Folder of YAML files; those below it count too.")
  private Path folder = Path.of(".");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    Optional<Catalogue> read = CatalogueFolder.read(folder, spec);
    if (read.isEmpty()) {
      return Exit.NO;
    }
    Catalogue own = read.get();
    Catalogue builtIn = CatalogueReader.builtIn();
    Objects.requireNonNull(spec)
        .commandLine()
        .getOut()
        .printf(
            "No mistakes in %s: services %d, standards of your own %d, checks of your own %d.%n",
            folder,
            own.services().size(),
            own.standards().size() - builtIn.standards().size(),
            own.checks().size() - builtIn.checks().size());
    return Exit.OK;
  }
}
