package dev.muster.app.ingest;

import dev.muster.app.embedded.EmbeddedKafka;
import dev.muster.app.embedded.Port;
import dev.muster.app.kafka.TestKafka;
import dev.muster.app.registry.RegistryServer;
import dev.muster.runtime.http.ListenSettings;
import dev.muster.runtime.settings.HouseSettings.Ports;
import dev.muster.runtime.settings.Settings;
import java.nio.file.Path;
import java.util.Map;

/** A broker that goes away and comes back on the same port and folder; its registry stays. */
final class OnOff implements AutoCloseable {
  private final Path folder;
  private final RegistryServer registry;
  private final int port;
  private EmbeddedKafka kafka;

  OnOff(Path folder) {
    this.folder = folder;
    registry =
        new RegistryServer(
            folder.resolve("registry"),
            ListenSettings.of("REGISTRY", 0).read(new Settings(Map.of()), Ports.FIXED));
    registry.start();
    kafka = new EmbeddedKafka(folder.resolve("kafka"), Port.any("kafka"));
    kafka.start();
    String at = kafka.bootstrapServers();
    port = Integer.parseInt(at.substring(at.indexOf(':') + 1));
  }

  TestKafka kafka() {
    return new TestKafka("127.0.0.1:" + port, registry.uri());
  }

  void goAway() {
    kafka.close();
  }

  void comeBack() {
    kafka = new EmbeddedKafka(folder.resolve("kafka"), new Port("kafka", port, "", false));
    kafka.start();
  }

  @Override
  public void close() {
    kafka.close();
    registry.close();
  }
}
