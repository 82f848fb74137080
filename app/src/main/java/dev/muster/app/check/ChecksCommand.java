package dev.muster.app.check;

import dev.muster.app.Addresses;
import dev.muster.app.Exit;
import dev.muster.app.ReadsSettings;
import dev.muster.core.catalogue.Catalogue;
import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.AnyOf;
import dev.muster.core.catalogue.Requirement.Entry;
import dev.muster.core.catalogue.Requirement.MatchField;
import dev.muster.runtime.settings.Setting;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code muster checks}. */
@Command(
    name = "checks",
    description = {
      "Lists what can be asked of a service.",
      "For a service, those first that would light most gates: how many would pass by it alone, and of"
          + " how many it is one of the missing proofs."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  muster checks                              all, with who can answer and for whom it counts",
      "  muster checks --service orders --missing   what to prove next",
      "",
      "Exit codes: 0 told, 2 wrong use, 3 unreachable, stale view or unknown name."
    })
public final class ChecksCommand implements Callable<Integer>, ReadsSettings {
  private static final String ALL = "%-24s %-8s %-9s %5s  %s%n";
  private static final String OF_SERVICE = "%6s %6s  %-24s %-8s %-9s %s%n";

  @Option(names = "--service", paramLabel = "S", description = "For this service.")
  private @Nullable String service;

  @Option(names = "--missing", description = "Only what the service lacks; needs --service.")
  private boolean missing;

  @Option(
      names = "--catalogue",
      paramLabel = "DIR",
      description = "Where standards and checks of your own are written; the built-in are known.")
  private @Nullable Path folder;

  @Spec private @Nullable CommandSpec spec;

  private final Map<String, String> environment;

  public ChecksCommand(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public List<Setting<?>> settings() {
    return PagesClient.SETTINGS;
  }

  @Override
  public Integer call() {
    CommandSpec own = Objects.requireNonNull(spec);
    if (missing && service == null) {
      throw new ParameterException(
          own.commandLine(), "--missing needs --service: whose proofs are missing?");
    }
    Catalogue catalogue = Standards.read(folder, own.commandLine());
    PrintWriter out = own.commandLine().getOut();
    if (service == null) {
      all(catalogue, out);
    } else {
      of(new PagesClient(Addresses.of(environment)).card(service), catalogue, out);
    }
    return Exit.OK;
  }

  private static void all(Catalogue catalogue, PrintWriter out) {
    out.printf(ALL, "CHECK", "PROOF", "SCOPE", "GATES", "QUESTION");
    for (Check check : catalogue.checks()) {
      out.printf(
          ALL,
          check.id(),
          word(check.proof()),
          word(check.scope()),
          gates(check, catalogue),
          check.question());
    }
  }

  private void of(Card card, Catalogue catalogue, PrintWriter out) {
    record Row(Check check, Lights lights) {}
    List<Row> rows =
        catalogue.checks().stream()
            .map(check -> new Row(check, Lights.of(check.id(), card)))
            .filter(row -> !missing || row.lights().gates() > 0)
            .sorted(
                Comparator.comparingInt((Row row) -> -row.lights().alone())
                    .thenComparingInt(row -> -row.lights().gates()))
            .toList();
    if (rows.isEmpty()) {
      out.println(card.service() + " lacks no check; 'muster explain' tells what else is open.");
      return;
    }
    out.printf(OF_SERVICE, "ALONE", "GATES", "CHECK", "PROOF", "SCOPE", "QUESTION");
    for (Row row : rows) {
      out.printf(
          OF_SERVICE,
          row.lights().alone(),
          row.lights().gates(),
          row.check().id(),
          word(row.check().proof()),
          word(row.check().scope()),
          row.check().question());
    }
  }

  private static long gates(Check check, Catalogue catalogue) {
    return catalogue.standards().stream()
        .flatMap(standard -> standard.gates().stream())
        .filter(gate -> gate.requires().stream().anyMatch(one -> asks(one, check.id())))
        .count();
  }

  private static boolean asks(Requirement requirement, String check) {
    Stream<? extends Requirement> singles =
        requirement instanceof AnyOf any
            ? any.alternatives().stream().flatMap(List::stream)
            : Stream.of(requirement);
    return singles.anyMatch(
        one ->
            one instanceof Entry entry
                && entry.match().getOrDefault(MatchField.CHECK, Set.of()).contains(check));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
