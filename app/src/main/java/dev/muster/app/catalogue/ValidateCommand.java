package dev.muster.app.catalogue;

import dev.muster.app.Exit;
import dev.muster.core.catalogue.Catalogue;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.yaml.CatalogueReader;
import dev.muster.core.slo.LowTraffic;
import dev.muster.core.slo.Slo;
import java.io.PrintWriter;
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
      "Each is told with its place and what to do about it. Asks no server.",
      "Of each SLO it says how few events let a handful of failures call people."
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
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    int slos = slos(own, out);
    out.printf(
        "No mistakes in %s: services %d, SLOs %d, standards of your own %d, checks of your own %d.%n",
        folder,
        own.services().size(),
        slos,
        own.standards().size() - builtIn.standards().size(),
        own.checks().size() - builtIn.checks().size());
    return Exit.OK;
  }

  /** One line for each: down to which traffic a handful of failures calls people. */
  private static int slos(Catalogue catalogue, PrintWriter out) {
    int count = 0;
    for (Service service : catalogue.services()) {
      for (Slo slo : service.slos()) {
        out.printf("%s %s: %s%n", service.name(), slo.name(), LowTraffic.sentence(slo));
        count++;
      }
    }
    return count;
  }
}
