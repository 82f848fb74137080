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
final class Judging implements AutoCloseable {
  private static final String NAME = "muster-streams";

  private final Machine machine;
  private final StreamsPart part;
  private final boolean rebuild;

  /**
   * Builds it.
   *
   * @param rebuild whether it is to read all again
   */
  Judging(Machine machine, boolean rebuild) {
    this.machine = machine;
    this.rebuild = rebuild;
    Settings settings =
        new Settings(Map.of("MUSTER_DATA", machine.data().toString(), "MUSTER_PORTS", "auto"));
    this.part =
        new StreamsPart(
            StreamsSettings.read(settings, HouseSettings.read(settings)),
            new Neighbours(machine.kafka(), machine.registry(), true, Machine.LAYOUT, false),
            rebuild,
            Registries.prometheus(),
            Clock.systemUTC());
  }

  /** Returns when it has read all there is. */
  Rate measure(Load load) throws Exception {
    return start().measure(load, true);
  }

  /** Returns what watches it read. */
  Meter start() throws Exception {
    part.start();
    return new Meter(machine.admin(), group());
  }

  /** What it has written down by now. */
  Weight weight(int services) throws Exception {
    return Weight.of(machine, group(), services);
  }

  @Override
  public void close() {
    part.close();
  }

  /** Each rebuild is a new generation of the application, with a group of its own. */
  private String group() throws Exception {
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
