package dev.muster.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runtime.settings.HouseSettings;
import dev.muster.runtime.settings.SettingsTable;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  @Test
  void theReadmeShowsEverySetting() throws Exception {
    assertThat(Files.readString(Path.of("README.md")))
        .contains(SettingsTable.markdown(HouseSettings.ALL));
  }
}
