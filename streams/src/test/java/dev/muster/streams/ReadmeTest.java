package dev.muster.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runtime.metrics.MetersTable;
import dev.muster.runtime.settings.SettingsTable;
import dev.muster.streams.state.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private String readme = "";

  @BeforeEach
  void read() throws IOException {
    readme = Files.readString(Path.of("README.md"));
  }

  @Test
  void itsTableOfSettingsIsTheCodes() {
    assertThat(readme).contains(SettingsTable.markdown(StreamsSettings.ALL));
  }

  @Test
  void itsTableOfMetersIsTheCodes() {
    assertThat(readme).contains(MetersTable.markdown(StreamsMeters.ALL));
  }

  @Test
  void itsTableOfStoresIsTheCodes() {
    assertThat(readme)
        .contains(
            Stores.ALL.stream()
                .map(
                    kept -> "| `" + kept.name() + "` | " + kept.key() + " | " + kept.holds() + " |")
                .collect(Collectors.joining("\n")));
  }
}
