package dev.muster.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.yaml.CatalogueCodec;
import dev.muster.core.catalogue.yaml.CatalogueReader;
import dev.muster.schemas.RecordSerde;
import dev.muster.schemas.Topics;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.schemas.record.CatalogKind;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueReadingTest {
  private static final String TOPIC = Topics.CATALOG.name();

  private final RecordSerde<CatalogEntry> serde =
      new RecordSerde<>(Topics.CATALOG, new MockSchemaRegistryClient(), true);
  private final CatalogueReading reading = new CatalogueReading(TOPIC, serde.deserializer());

  private byte[] bytes(CatalogKind kind, String id, String document) {
    return bytes(kind, id, document, Instant.EPOCH);
  }

  private byte[] bytes(CatalogKind kind, String id, String document, Instant applied) {
    byte[] bytes =
        serde
            .serializer()
            .serialize(
                TOPIC,
                new CatalogEntry(
                    kind, id, CatalogueCodec.hash(document), document, "ada", applied));
    return bytes == null ? new byte[0] : bytes;
  }

  private byte[] service(Service service) {
    return bytes(CatalogKind.SERVICE, service.name(), CatalogueCodec.write(service));
  }

  @Test
  void theNewestEntryOfAServiceCounts() {
    reading.read("orders", service(Services.service("orders", "a")));
    reading.read("orders", service(Services.service("orders", "a", "b")));

    assertThat(reading.known()).isEqualTo(Services.of(Services.service("orders", "a", "b")));
  }

  @Test
  void aTombstoneEndsAService() {
    reading.read("orders", service(Services.service("orders")));
    reading.read("orders", null);

    assertThat(reading.known()).isEqualTo(KnownServices.NONE);
  }

  @Test
  void whatIsNoServiceIsPassedOver() {
    reading.read("standard:a@b", bytes(CatalogKind.STANDARD, "a", "{}"));

    assertThat(reading.known()).isEqualTo(KnownServices.NONE);
  }

  @Test
  void theChecksAppliedLastAreKnown() {
    String all = CatalogueCodec.writeChecks(CatalogueReader.builtIn().checks());
    String none = CatalogueCodec.writeChecks(List.of());
    reading.read("checks:old", bytes(CatalogKind.CHECKS, "checks", none, Instant.EPOCH));
    reading.read(
        "checks:new", bytes(CatalogKind.CHECKS, "checks", all, Instant.EPOCH.plusSeconds(1)));
    reading.read("checks:old", bytes(CatalogKind.CHECKS, "checks", none, Instant.EPOCH));

    assertThat(reading.known().checks()).contains("secret-scan");
  }

  @Test
  void anEntryThatCannotBeReadLeavesTheOneBefore() {
    reading.read("orders", service(Services.service("orders")));
    reading.read("orders", bytes(CatalogKind.SERVICE, "orders", "{\"broken\":"));
    reading.read("orders", new byte[] {7});

    assertThat(reading.known().services()).containsKey("orders");
  }
}
