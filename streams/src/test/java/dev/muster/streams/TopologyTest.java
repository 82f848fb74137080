package dev.muster.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.schemas.TopicSpec;
import dev.muster.streams.state.Stores;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.junit.jupiter.api.Test;

class TopologyTest {
  private static Topology topology() {
    return new ReadinessTopology(
            new MockSchemaRegistryClient(),
            true,
            new ReadinessTopology.Setup(
                task -> Optional.empty(),
                new StreamsMeters(new SimpleMeterRegistry()),
                duration -> {},
                1,
                () -> 0))
        .build();
  }

  @Test
  void theTopologyIsTheOneThatWasCommitted() throws IOException {
    try (InputStream committed = TopologyTest.class.getResourceAsStream("/topology.txt")) {
      assertThat(committed).isNotNull();
      assertThat(topology().describe().toString())
          .isEqualTo(new String(committed.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void thereIsOneSubTopologyThatReadsAllInputsAndASmallOneForRotations() {
    TopologyDescription description = topology().describe();

    assertThat(description.subtopologies()).hasSize(2);
    assertThat(description.globalStores()).isEmpty();
    assertThat(sources(0))
        .isEqualTo(
            Stream.concat(
                    Stream.of("budget-hours-repartition"),
                    ReadinessTopology.INPUTS.stream().map(TopicSpec::name))
                .collect(Collectors.toSet()));
    assertThat(sources(1)).containsExactly("rotation-week-repartition");
  }

  private static Set<String> sources(int id) {
    return topology().describe().subtopologies().stream()
        .filter(one -> one.id() == id)
        .flatMap(one -> one.nodes().stream())
        .filter(TopologyDescription.Source.class::isInstance)
        .map(TopologyDescription.Node::name)
        .collect(Collectors.toSet());
  }

  @Test
  void everyStoreIsListed() {
    assertThat(
            topology().describe().subtopologies().stream()
                .flatMap(one -> one.nodes().stream())
                .filter(TopologyDescription.Processor.class::isInstance)
                .flatMap(node -> ((TopologyDescription.Processor) node).stores().stream())
                .collect(Collectors.toSet()))
        .isEqualTo(Stores.ALL.stream().map(Stores.Kept::name).collect(Collectors.toSet()));
  }
}
