package dev.muster.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.run.RunSettings;
import dev.muster.runtime.settings.Setting;
import dev.muster.runtime.settings.SettingsTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {

  @Test
  void shows_every_setting_of_the_app() throws Exception {
    List<Setting<?>> settings =
        Stream.of(AppSettings.ALL, Addresses.ALL, RunSettings.ALL)
            .<Setting<?>>flatMap(List::stream)
            .toList();

    assertThat(Files.readString(Path.of("README.md"))).contains(SettingsTable.markdown(settings));
  }

  @Test
  void shows_every_command() throws Exception {
    List<String> rows =
        Main.commandLine(Map.of(), Clock.systemUTC()).getSubcommands().keySet().stream()
            .map(name -> "| `" + name + "` |")
            .toList();

    assertThat(Files.readString(Path.of("README.md"))).contains(rows);
  }
}
