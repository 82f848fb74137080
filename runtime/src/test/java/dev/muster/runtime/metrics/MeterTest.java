package dev.muster.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeterTest {
  private static final Meter ITEMS = Meter.counter("muster.door.items", "What came.", "kind");

  @Test
  void aCounterIsShownWithItsTags() {
    PrometheusMeterRegistry registry = Registries.prometheus();

    ITEMS.in(registry, "a").increment(2);

    assertThat(registry.scrape()).contains("muster_door_items_total{kind=\"a\"} 2.0");
  }

  @Test
  void eachTagNeedsAValue() {
    assertThatThrownBy(() -> ITEMS.in(Registries.prometheus())).hasMessageContaining("[kind]");
  }

  @Test
  void theTableShowsNameKindTagsAndMeaning() {
    assertThat(MetersTable.markdown(List.of(ITEMS)))
        .endsWith("| `muster.door.items` | counter | `kind` | What came. |\n");
  }
}
