package dev.muster.app.check;

import dev.muster.app.Addresses;
import dev.muster.app.ReadsSettings;
import dev.muster.app.api.SinkApi;
import dev.muster.runtime.settings.Setting;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muster check}: asks, tells, and ends as a pipeline understands it. */
@Command(
    name = "check",
    description = "The release gate: is a service, or a system, ready by a standard?",
    footerHeading = "%nExamples:%n",
    footer = {
      "  muster check --service orders --standard six-pillars --level first-release",
      "  muster check --system shop --standard launch-25 --at 2027-01-15",
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
      paramLabel = "WHEN",
      converter = FutureInstant.class,
      description =
          "A day, all of it in UTC, or an instant; what runs out until then does not count."
              + " Default: now.")
  private @Nullable String at;

  @Spec private @Nullable CommandSpec spec;

  private final Map<String, String> environment;

  public CheckCommand(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public List<Setting<?>> settings() {
    return SinkApi.SETTINGS;
  }

  @Override
  public Integer call() {
    ReadinessClient client = new ReadinessClient(new SinkApi(Addresses.of(environment)));
    String text = client.text(subject.path(), standard, level, at);
    Objects.requireNonNull(spec).commandLine().getOut().print(text);
    Objects.requireNonNull(spec).commandLine().getOut().flush();
    return ReadinessClient.exit(text);
  }
}
