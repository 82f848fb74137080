package dev.muster.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.ingest.collector.Collector;
import dev.muster.ingest.collector.Collectors;
import dev.muster.ingest.fact.FactKind;
import dev.muster.ingest.meters.IngestMeters;
import dev.muster.runtime.metrics.MetersTable;
import dev.muster.runtime.settings.SettingsTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Set<String> COME_BY_THEMSELVES = Set.of("alertmanager", "aws-backup");

  private static String readme() throws Exception {
    return Files.readString(Path.of("README.md"));
  }

  @Test
  void theReadmeShowsEverySettingAndMeter() throws Exception {
    assertThat(readme())
        .contains(SettingsTable.markdown(IngestSettings.ALL))
        .contains(MetersTable.markdown(IngestMeters.ALL));
  }

  @Test
  void theReadmeNamesEveryPath() throws Exception {
    assertThat(readme()).contains("`POST /v1/events`");
    for (FactKind kind : FactKind.values()) {
      assertThat(readme()).contains("`POST /v1/facts/" + kind.word() + "`");
    }
    for (Collector collector : Collectors.ALL) {
      assertThat(readme()).contains("`POST /v1/collectors/" + collector.tool() + "`");
    }
  }

  @Test
  void theReadmeShowsHowToSendWhatEachToolPrints() throws Exception {
    for (Collector collector : Collectors.ALL) {
      if (!COME_BY_THEMSELVES.contains(collector.tool())) {
        assertThat(readme()).contains("upload \"" + collector.tool() + "?service=");
      }
    }
  }
}
