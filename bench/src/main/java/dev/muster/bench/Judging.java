package dev.muster.bench;

import dev.muster.runtime.metrics.Registries;
import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.Settings;
import dev.muster.streams.StreamsSettings;
import dev.muster.streams.run.Neighbours;
import dev.muster.streams.run.StreamsPart;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.GroupListing;

/** The real program over the load, as {@code muster up} runs it. */
final class Judging {
  private static final String NAME = "muster-streams";

  private Judging() {}

  static Rate measure(Machine machine, Load load, boolean rebuild) throws Exception {
    Settings settings =
        new Settings(Map.of("MUSTER_DATA", machine.data().toString(), "MUSTER_PORTS", "auto"));
    StreamsPart part =
        new StreamsPart(
            StreamsSettings.read(settings, HouseSettings.read(settings)),
            new Neighbours(machine.kafka(), machine.registry(), true, Machine.LAYOUT, false),
            rebuild,
            Registries.prometheus(),
            Clock.systemUTC());
    try {
      part.start();
      return new Meter(machine.admin(), newestGroup(machine, rebuild)).measure(load, true);
    } finally {
      part.close();
    }
  }

  /** Each rebuild is a new generation of the application, with a group of its own. */
  private static String newestGroup(Machine machine, boolean rebuild) throws Exception {
    while (true) {
      String newest =
          machine.admin().listGroups().all().get().stream()
              .map(GroupListing::groupId)
              .filter(group -> group.startsWith(NAME))
              .filter(group -> !rebuild || !group.equals(NAME))
              .max(String::compareTo)
              .orElse("");
      if (!newest.isEmpty()) {
        return newest;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }
}
