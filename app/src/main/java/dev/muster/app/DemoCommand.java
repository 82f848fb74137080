package dev.muster.app;

import dev.muster.app.demo.DemoFolder;
import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.Setting;
import dev.muster.sink.SinkSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code muster demo}: what {@code up} starts, with an invented shop in it. */
@Command(
    name = "demo",
    description = {
      "Starts everything on this machine with an invented shop in it.",
      "Eight services, ninety days of facts, and something new every few seconds. Each start makes it",
      "anew, in .muster-demo."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  muster demo",
      "  muster demo --ports auto    beside a 'muster up' that runs",
      "  muster demo --seed 7        another story"
    })
final class DemoCommand implements Callable<Integer>, ReadsSettings {
  private static final String FOLDER = ".muster-demo";

  @Option(
      names = "--ports",
      paramLabel = "fixed|auto",
      description = "When a port is taken: refuse to start, or the next free one.")
  private HouseSettings.@Nullable Ports ports;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Which story. Default: ${DEFAULT-VALUE}.")
  private long seed = 25;

  @Option(names = "--until-ready", hidden = true, description = "Ends when ready; for measuring.")
  private boolean untilReady;

  @Spec private @Nullable CommandSpec spec;

  private final Map<String, String> environment;
  private final Clock clock;

  DemoCommand(Map<String, String> environment, Clock clock) {
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of(HouseSettings.DATA, HouseSettings.PORTS);
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Map<String, String> settings = new HashMap<>(environment);
    settings.putIfAbsent(HouseSettings.DATA.name(), FOLDER);
    settings.put(SinkSettings.DEMO.name(), "true");
    if (ports != null) {
      settings.put(HouseSettings.PORTS.name(), ports.name().toLowerCase(Locale.ROOT));
    }
    Path catalogue;
    try {
      catalogue = new DemoFolder(Path.of(settings.get(HouseSettings.DATA.name()))).renew();
    } catch (DemoFolder.NotADemo e) {
      spec.commandLine().getErr().println("muster: " + e.getMessage());
      return Exit.WRONG_USE;
    }
    Progress progress = new Progress(spec.commandLine().getErr());
    Invented invented = new Invented(seed, catalogue, clock, progress);
    OneMachine machine = new OneMachine(settings, false, clock, invented, progress);
    if (untilReady) {
      try (machine) {
        UpCommand.tell(out, machine);
      }
      return Exit.OK;
    }
    UntilTold.closeAtEnd(machine);
    UpCommand.tell(out, machine);
    out.println("All of it is invented. Start with your own: muster up");
    out.flush();
    invented.goOn();
    return Exit.OK;
  }
}
