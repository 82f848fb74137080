package dev.muster.app.check;

import dev.muster.app.Addresses;
import dev.muster.app.Exit;
import dev.muster.app.ReadsSettings;
import dev.muster.app.Unreachable;
import dev.muster.app.check.Card.ByGate;
import dev.muster.app.check.Card.ByStandard;
import dev.muster.core.catalogue.Catalogue;
import dev.muster.core.catalogue.DidYouMean;
import dev.muster.core.catalogue.ProvingCommand;
import dev.muster.runtime.settings.Setting;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code muster explain}. */
@Command(
    name = "explain",
    description = {
      "Says why a service stands where it does.",
      "What was asked, what is proven and until when, what is not, and the command that would prove it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  muster explain orders                  every gate that does not pass, and its SLOs",
      "  muster explain orders data-safety      one gate, in full",
      "  muster explain orders six-pillars/security    the one of that standard",
      "  muster explain orders house-rule --catalogue catalogue    a gate of a standard of your own",
      "",
      "Exit codes: 0 told, 2 wrong use, 3 unreachable, stale view or unknown name."
    })
public final class ExplainCommand implements Callable<Integer>, ReadsSettings {
  @Parameters(index = "0", paramLabel = "SERVICE", description = "Which service.")
  private String service = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "GATE",
      description = "Which gate, or STANDARD/GATE. Default: all that do not pass.")
  private @Nullable String gate;

  @Option(names = "--standard", paramLabel = "ID", description = "Only of this standard.")
  private @Nullable String standard;

  @Option(
      names = "--catalogue",
      paramLabel = "DIR",
      description = "Where standards and checks of your own are written; the built-in are known.")
  private @Nullable Path folder;

  @Spec private @Nullable CommandSpec spec;

  private final Map<String, String> environment;

  public ExplainCommand(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public List<Setting<?>> settings() {
    return PagesClient.SETTINGS;
  }

  @Override
  public Integer call() {
    CommandSpec own = Objects.requireNonNull(spec);
    Catalogue catalogue = Standards.read(folder, own.commandLine());
    Card card = new PagesClient(Addresses.of(environment)).card(service);
    PrintWriter out = own.commandLine().getOut();
    Explanation explanation =
        new Explanation(
            new ProvingCommand(card.service(), card.production()), card.traits(), catalogue);
    List<ByStandard> standards =
        card.standards().stream()
            .filter(by -> standard == null || by.standard().equals(standard))
            .filter(by -> gate == null || by.gates().stream().anyMatch(one -> isAsked(by, one)))
            .toList();
    boolean slos = gate == null && standard == null && !card.slos().isEmpty();
    if (standards.isEmpty() && !slos) {
      throw unknown(card);
    }
    for (ByStandard by : standards) {
      explanation.standard(by).forEach(out::println);
      List<ByGate> gates = by.gates().stream().filter(one -> isAsked(by, one)).toList();
      gates.forEach(one -> explanation.gate(by, one).forEach(out::println));
    }
    if (slos) {
      explanation.slos(card.slos()).forEach(out::println);
    }
    return Exit.OK;
  }

  private boolean isAsked(ByStandard by, ByGate one) {
    return gate == null
        ? Explanation.isOpen(one)
        : gate.equals(one.gate()) || gate.equals(full(by, one));
  }

  private static String full(ByStandard by, ByGate one) {
    return by.standard() + '/' + one.gate();
  }

  /** As it was asked for: with its standard or without. */
  private String named(ByStandard by, ByGate one) {
    return gate != null && gate.contains("/") ? full(by, one) : one.gate();
  }

  private Unreachable unknown(Card card) {
    List<String> names =
        gate == null
            ? card.standards().stream().map(ByStandard::standard).toList()
            : card.standards().stream()
                .flatMap(by -> by.gates().stream().map(one -> named(by, one)))
                .distinct()
                .toList();
    String name = gate == null ? String.valueOf(standard) : gate;
    return new Unreachable(
        "%s has no \"%s\"; %s"
            .formatted(
                card.service(),
                name,
                DidYouMean.nearest(name, names)
                    .map(near -> "did you mean " + near + "?")
                    .orElse("it has " + String.join(", ", names))));
  }
}
