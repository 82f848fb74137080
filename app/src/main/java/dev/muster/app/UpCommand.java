package dev.muster.app;

import dev.muster.app.demo.DemoFolder;
import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.Setting;
import dev.muster.runtime.settings.Settings;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
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

/** {@code muster up}. */
@Command(
    name = "up",
    description = {
      "Starts everything on this machine, kept in .muster.",
      "That is a Kafka broker, a schema registry, ingest, streams and sink. It stays in the foreground;",
      "Ctrl-C ends it in order. What was acknowledged outlives a kill."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  muster up",
      "  muster up --ports auto              where a port is taken, the next free one",
      "  MUSTER_DATA=/srv/muster muster up   another data folder than .muster"
    })
final class UpCommand implements Callable<Integer>, ReadsSettings {

  @Option(
      names = "--ports",
      paramLabel = "fixed|auto",
      description = "When a port is taken: refuse to start, or the next free one.")
  private HouseSettings.@Nullable Ports ports;

  @Option(
      names = "--rebuild",
      description = "Streams forgets its state and reads the whole log again.")
  private boolean rebuild;

  @Option(names = "--until-ready", hidden = true, description = "Ends when ready; for measuring.")
  private boolean untilReady;

  @Spec private @Nullable CommandSpec spec;

  private final Map<String, String> environment;
  private final Clock clock;

  UpCommand(Map<String, String> environment, Clock clock) {
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
    if (ports != null) {
      settings.put(HouseSettings.PORTS.name(), ports.name().toLowerCase(Locale.ROOT));
    }
    PrintWriter err = spec.commandLine().getErr();
    Path data = new Settings(settings).read(HouseSettings.DATA);
    if (new DemoFolder(data).isDemo()) {
      err.printf(
          "muster: %s holds a demo, which is made anew at each start; start it with 'muster demo',"
              + " or name a folder of your own with MUSTER_DATA%n",
          data);
      return Exit.WRONG_USE;
    }
    OneMachine machine =
        new OneMachine(settings, rebuild, clock, OneMachine.Prelude.NONE, new Progress(err));
    if (untilReady) {
      try (machine) {
        tell(out, machine);
      }
      return Exit.OK;
    }
    UntilTold.closeAtEnd(machine);
    tell(out, machine);
    UntilTold.stay();
    return Exit.OK;
  }

  /** Starts the machine, and says where its parts are once all are ready. */
  static void tell(PrintWriter out, OneMachine machine) {
    Places places = machine.start();
    long started = ManagementFactory.getRuntimeMXBean().getUptime();
    out.printf(Locale.ROOT, "Muster is ready after %.1f s.%n", started / 1000.0);
    out.printf("  pages and API   %s%n", places.pages());
    out.printf("  public page     %s%n", places.publicPage());
    out.printf("  ingest          %s%n", places.ingest());
    out.printf("  Kafka           %s%n", places.kafka());
    out.printf("  registry        %s%n", places.registry());
    out.printf("  admin token     %s%n", places.token());
    places.link().ifPresent(link -> out.printf("Log in once, within 15 minutes: %s%n", link));
    out.flush();
  }
}
