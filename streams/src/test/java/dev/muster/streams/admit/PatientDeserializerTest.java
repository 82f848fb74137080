package dev.muster.streams.admit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.RegistryUnavailable;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Scan;
import dev.muster.schemas.fact.ScanOutcome;
import dev.muster.streams.drive.Facts;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PatientDeserializerTest {
  private final List<Duration> waits = new ArrayList<>();

  /** Away for a number of questions. */
  private static final class Registry extends MockSchemaRegistryClient {
    private int away;

    @Override
    public ParsedSchema getSchemaById(int id) throws IOException, RestClientException {
      if (away-- > 0) {
        throw new ConnectException("refused");
      }
      return super.getSchemaById(id);
    }
  }

  private @Nullable Received read(int away) {
    Registry registry = new Registry();
    registry.away = away;
    RecordSerde<Scan> scans = new RecordSerde<>(Topics.SCAN, registry, true);
    byte[] bytes =
        scans
            .serializer()
            .serialize("", Facts.scan("s1", "orders", ScanOutcome.PASSED, Instant.EPOCH));
    return new PatientDeserializer(scans.deserializer(), waits::add).deserialize("", bytes);
  }

  @Test
  void aRegistryThatIsBackSoonIsWaitedForLongerEachTime() {
    @Nullable Received read = read(3);

    assertThat(read).isInstanceOf(Received.Intact.class);
    assertThat(waits)
        .containsExactly(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(400));
  }

  @Test
  void aRegistryThatStaysAwayEndsTheThreadWithinATransactionsLife() {
    assertThatThrownBy(() -> read(99)).isInstanceOf(RegistryUnavailable.class);
    assertThat(waits.stream().reduce(Duration.ZERO, Duration::plus))
        .isLessThan(Duration.ofSeconds(10));
  }
}
