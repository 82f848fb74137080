package dev.muster.app.check;

import dev.muster.app.Addresses;
import dev.muster.app.ReadsSettings;
import dev.muster.app.check.ReleaseGate.Found;
import dev.muster.app.check.ReleaseGate.Obstacle;
import dev.muster.runtime.settings.Setting;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code muster check}. */
@Command(
    name = "check",
    description = "The release gate: is a service, or a system, ready by a standard?",
    footerHeading = "%nExamples:%n",
    footer = {
      "  muster check --service orders --standard six-pillars --level first-release",
      "  muster check --system shop --standard launch-25 --at 2027-01-15T08:00:00Z",
      "",
      "Exit codes: 0 READY or READY_WITH_WAIVERS, or the standard is not binding yet; 1 NOT_READY or NOT_CONNECTED; 2 wrong use;",
      "3 unreachable, stale view, unknown name, or the worst gate could not be judged, or was not since."
    })
public final class CheckCommand implements Callable<Integer>, ReadsSettings {
  @ArgGroup(multiplicity = "1")
  private Subject subject = new Subject();

  @Option(names = "--standard", required = true, paramLabel = "ID", description = "By which one.")
  private String standard = "";

  @Option(
      names = "--level",
      paramLabel = "L",
      description = "At which of its levels. Default: the one the service is held to.")
  private @Nullable String level;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      converter = Instants.class,
      description = "What runs out until then does not count. Default: now.")
  private @Nullable Instant at;

  @Spec private @Nullable CommandSpec spec;

  private final Map<String, String> environment;
  private final Clock clock;

  /** Reads an instant, or says how one is written. */
  private static final class Instants implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
      try {
        return Instant.parse(text);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "need an instant like 2027-01-15T08:00:00Z, got \"" + text + '"');
      }
    }
  }

  /** One of the two. */
  private static final class Subject {
    @Option(names = "--service", required = true, paramLabel = "S", description = "One service.")
    private @Nullable String service;

    @Option(
        names = "--system",
        required = true,
        paramLabel = "Y",
        description = "All services of a system; the worst counts.")
    private @Nullable String system;
  }

  public CheckCommand(Map<String, String> environment, Clock clock) {
    this.environment = Map.copyOf(environment);
    this.clock = clock;
  }

  @Override
  public List<Setting<?>> settings() {
    return PagesClient.SETTINGS;
  }

  @Override
  public Integer call() {
    CommandSpec own = Objects.requireNonNull(spec);
    Instant now = clock.instant();
    if (at != null && at.isBefore(now)) {
      throw new ParameterException(
          own.commandLine(), "--at needs an instant from now on, got " + at);
    }
    PagesClient pages = new PagesClient(Addresses.of(environment));
    List<Card> cards =
        subject.service != null
            ? List.of(pages.card(subject.service))
            : pages.cards(Objects.requireNonNull(subject.system));
    ReleaseGate gate = new ReleaseGate(standard, Optional.ofNullable(level), at == null ? now : at);
    List<Found> found = cards.stream().map(gate::look).toList();
    PrintWriter out = own.commandLine().getOut();
    found.forEach(one -> tell(out, one));
    if (subject.system != null) {
      out.printf(
          "%s: %s by %s, the worst of %d services%n",
          subject.system, ReleaseGate.word(found), standard, found.size());
    }
    return ReleaseGate.exit(found);
  }

  private static void tell(PrintWriter out, Found found) {
    out.printf(
        "%s: %s by %s, level %s%n",
        found.service(), word(found), found.by().standard(), found.level());
    for (Obstacle obstacle : found.obstacles()) {
      out.printf("  %-12s %s: %s%n", obstacle.status(), obstacle.gate(), obstacle.sentence());
    }
    if (!found.verdict().ready() && !found.overdue()) {
      found.obstacles().stream()
          .findFirst()
          .ifPresent(
              first ->
                  out.printf(
                      "  What would prove it: muster explain %s %s%n",
                      found.service(), first.gate()));
    }
  }

  /** What is said of it in front of all else. */
  private static String word(Found found) {
    String verdict = found.overdue() ? "cannot tell" : found.verdict().toString();
    return found.binding()
        ? verdict
        : found
            .by()
            .from()
            .map(day -> "binding from " + day + "; it would be " + verdict)
            .orElse(verdict);
  }
}
