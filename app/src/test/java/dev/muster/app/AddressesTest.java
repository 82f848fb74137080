package dev.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runtime.settings.HouseSettings;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressesTest {
  @TempDir Path data;

  private Addresses addresses(String... more) {
    return Addresses.of(
        more.length == 0
            ? Map.of("MUSTER_DATA", data.toString())
            : Map.of("MUSTER_DATA", data.toString(), more[0], more[1]));
  }

  private void aMusterRuns() {
    Addresses.tell(
        data,
        new Places(
            "127.0.0.1:9192",
            URI.create("http://127.0.0.1:8181"),
            URI.create("http://127.0.0.1:8190"),
            URI.create("http://127.0.0.1:8180"),
            URI.create("http://127.0.0.1:8188"),
            data.resolve("token"),
            Optional.empty()));
  }

  @Test
  void a_muster_that_runs_on_the_data_folder_is_asked_where_it_is() throws Exception {
    aMusterRuns();

    Addresses addresses = addresses();

    assertThat(addresses.settings().read(Addresses.SINK)).hasPort(8180);
    assertThat(addresses.settings().read(Addresses.INGEST)).hasPort(8190);
    assertThat(addresses.settings().read(HouseSettings.REGISTRY_URL)).hasPort(8181);
    assertThat(addresses.settings().kafka()).containsEntry("bootstrap.servers", "127.0.0.1:9192");
    assertThat(addresses.named(Addresses.SINK))
        .isEqualTo("http://127.0.0.1:8180 (as %s/addresses says; does that Muster run?)", data);
    assertThat(Files.getPosixFilePermissions(data.resolve("addresses")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void a_setting_goes_before_the_file() {
    aMusterRuns();

    Addresses addresses = addresses("MUSTER_SINK_URL", "http://elsewhere:1");

    assertThat(addresses.named(Addresses.SINK)).isEqualTo("http://elsewhere:1 (MUSTER_SINK_URL)");
    assertThat(addresses.settings().read(Addresses.INGEST)).hasPort(8190);
  }

  @Test
  void without_the_file_the_fixed_ports_are_asked() {
    aMusterRuns();
    Addresses.forget(data);

    assertThat(addresses().named(Addresses.KAFKA))
        .isEqualTo("127.0.0.1:9092 (MUSTER_KAFKA_BOOTSTRAP_SERVERS)");
  }

  @Test
  void a_file_that_others_may_have_written_is_not_believed() throws Exception {
    aMusterRuns();
    Files.setPosixFilePermissions(
        data.resolve("addresses"), PosixFilePermissions.fromString("rw-rw-r--"));

    assertThat(addresses().settings().read(Addresses.SINK)).hasPort(8080);
  }
}
