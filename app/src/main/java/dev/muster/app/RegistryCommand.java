package dev.muster.app;

import dev.muster.app.registry.RegistryServer;
import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.Settings;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code muster registry}: for a distributed Muster where no registry is. */
@Command(
    name = "registry",
    description = "Serves a schema registry of one node, kept in the data folder.",
    footerHeading = "%nExample:%n",
    footer = "  MUSTER_REGISTRY_PORT=8081 muster registry")
final class RegistryCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  private final Map<String, String> environment;

  RegistryCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Settings settings = new Settings(environment);
    HouseSettings house = HouseSettings.read(settings);
    RegistryServer registry =
        new RegistryServer(
            house.data().resolve("registry"), AppSettings.REGISTRY.read(settings, house.ports()));
    settings.kafka();
    settings.refuseUnknown(Programs.SETTINGS);
    Logs.toFolder(house.data());
    UntilTold.closeAtEnd(registry);
    registry.start();
    out.printf("The registry listens at %s; Ctrl-C ends it.%n", registry.uri());
    out.flush();
    UntilTold.stay();
    return Exit.OK;
  }
}
