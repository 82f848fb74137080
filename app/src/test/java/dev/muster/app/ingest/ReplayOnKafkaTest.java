package dev.muster.app.ingest;

import static dev.muster.app.ingest.IngestHouse.NOON;
import static dev.muster.app.ingest.IngestHouse.backup;
import static dev.muster.app.ingest.IngestHouse.header;
import static dev.muster.app.ingest.IngestHouse.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.app.kafka.MusterTest;
import dev.muster.app.kafka.TestKafka;
import dev.muster.core.catalogue.SourceRule;
import dev.muster.schemas.EventHeaders;
import dev.muster.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.io.TempDir;

/** A fact that nobody could place comes to its place, once. */
class ReplayOnKafkaTest {
  private static final String UNNAMED =
      """
      {"version":"4","alerts":[{"status":"firing","fingerprint":"f1","startsAt":"2026-11-01T11:50:00Z",
       "labels":{"alertname":"Slow","severity":"critical","app":"till"}}]}""";

  @MusterTest
  void aFactOfAnUnknownServiceIsReplayedOnceWhenTheCatalogueKnowsItAlsoAfterARestart(
      TestKafka kafka, @TempDir Path folder) throws Exception {
    try (IngestHouse house = new IngestHouse(kafka, folder)) {
      // given
      house.apply("orders");
      until(
          () ->
              house
                  .post("/v1/facts/backup", backup("b-0", "orders"))
                  .body()
                  .contains("\"accepted\":1"));
      String parked = house.post("/v1/facts/backup", backup("b-1", "ordres")).body();
      house.post("/v1/facts/backup", backup("b-2", "billing"));

      // when
      house.pass(Duration.ofHours(1));
      house.apply("ordres");
      until(() -> !house.read(Topics.BACKUP, "ordres").isEmpty());
      until(() -> house.shows("muster_ingest_waiting 1.0"));
      house.restart();
      until(() -> house.shows("muster_ingest_waiting 1.0"));
      house.apply("billing");
      until(() -> !house.read(Topics.BACKUP, "billing").isEmpty());
      until(() -> house.shows("muster_ingest_waiting 0.0"));

      // then
      assertThat(parked)
          .contains("\"status\":\"parked\"", "unknown-service", "\"didYouMean\":\"orders\"");
      assertThat(house.read(Topics.BACKUP, "ordres")).hasSize(1);
      ConsumerRecord<String, byte[]> replayed = house.read(Topics.BACKUP, "ordres").get(0);
      assertThat(header(replayed, EventHeaders.ID)).isEqualTo("b-1");
      assertThat(replayed.timestamp()).isEqualTo(NOON.plus(Duration.ofHours(1)).toEpochMilli());
      assertThat(header(replayed, EventHeaders.TIME)).isEqualTo("2026-11-01T11:59:00Z");
      assertThat(house.shows("muster_ingest_replayed_total{kind=\"backup\"} 1.0")).isTrue();
    }
  }

  @MusterTest
  void anAlertThatNamesNoServiceIsSeenAndPlacedWithItsNextRepeatOnceARuleNamesIt(
      TestKafka kafka, @TempDir Path folder) throws Exception {
    String path = "/v1/collectors/alertmanager?source=alertmanager/eu-1";
    try (IngestHouse house = new IngestHouse(kafka, folder)) {
      // given
      String before = house.post(path, UNNAMED).body();
      boolean counted = house.shows("muster_ingest_parked_total{reason=\"no-service\"} 1.0");

      // when
      house.apply("shop", new SourceRule("alertmanager", Map.of("labels.app", "till")));
      until(() -> house.post(path, UNNAMED).body().contains("\"accepted\":1"));

      // then
      assertThat(before).contains("\"parked\":1", "no-service");
      assertThat(counted).isTrue();
      assertThat(house.read(Topics.ALERT, "shop")).hasSize(1);
    }
  }
}
