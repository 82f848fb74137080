package dev.muster.app.ingest;

import static dev.muster.app.ingest.IngestHouse.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.schemas.EventHeaders;
import dev.muster.schemas.Topics;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged is kept, what was not is said, and nobody need restart ingest. */
class KafkaAwayTest {
  /** Beyond what a sender is told to wait at most, for a machine that has much to do. */
  private static final Duration BOUND = IngestHouse.ACKNOWLEDGED.plusSeconds(4);

  private OnOff broker;
  private IngestHouse house;

  @BeforeEach
  void open(@TempDir Path folder) throws Exception {
    broker = new OnOff(folder);
    house = new IngestHouse(broker.kafka(), folder);
    house.apply("orders");
    IngestHouse.until(() -> house.shows("muster_ingest_services 1.0"));
  }

  @AfterEach
  void close() {
    house.close();
    broker.close();
  }

  private List<String> ids() {
    return house.read(Topics.BACKUP, "orders").stream()
        .map(record -> header(record, EventHeaders.ID))
        .toList();
  }

  @Test
  void aFactThatKafkaDoesNotTakeIsAnswered503InTimeAndTakenOnceItIsBack() throws Exception {
    // given
    assertThat(house.postBackup("b-1", "orders")).isEqualTo(202);
    broker.goAway();

    // when
    long asked = System.nanoTime();
    HttpResponse<String> refused =
        house.post("/v1/facts/backup", IngestHouse.backup("b-2", "orders"));
    Duration took = Duration.ofNanos(System.nanoTime() - asked);
    int ready = house.get("/readyz").statusCode();
    broker.comeBack();
    IngestHouse.until(() -> house.postBackup("b-2", "orders") == 202);

    // then
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("retry-after")).hasValue("5");
    assertThat(took).isLessThan(BOUND);
    assertThat(ready).isEqualTo(200);
    assertThat(ids()).startsWith("b-1").contains("b-2");
  }

  @Test
  void nothingAcknowledgedIsLostWhileKafkaComesAndGoes() throws Exception {
    // given
    AtomicBoolean enough = new AtomicBoolean();
    List<String> acknowledged = new CopyOnWriteArrayList<>();
    List<Integer> answers = new CopyOnWriteArrayList<>();
    List<Duration> times = new CopyOnWriteArrayList<>();
    CompletableFuture<Void> sender =
        CompletableFuture.runAsync(() -> send(enough, acknowledged, answers, times));

    // when
    for (int round = 0; round < 3; round++) {
      int before = answers.size();
      IngestHouse.until(() -> answers.size() > before + 50);
      broker.goAway();
      IngestHouse.until(() -> answers.get(answers.size() - 1) == 503);
      broker.comeBack();
      IngestHouse.until(() -> answers.get(answers.size() - 1) == 202);
    }
    enough.set(true);
    sender.join();

    // then
    assertThat(answers.stream().collect(Collectors.toSet())).containsExactlyInAnyOrder(202, 503);
    assertThat(times).allMatch(time -> time.compareTo(BOUND) < 0);
    assertThat(ids()).containsAll(acknowledged);
  }

  private void send(
      AtomicBoolean enough,
      List<String> acknowledged,
      List<Integer> answers,
      List<Duration> times) {
    try {
      for (int i = 0; !enough.get(); i++) {
        long asked = System.nanoTime();
        int answer = house.postBackup("b-" + i, "orders");
        times.add(Duration.ofNanos(System.nanoTime() - asked));
        if (answer == 202) {
          acknowledged.add("b-" + i);
        }
        answers.add(answer);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theCatalogueIsFollowedAgainOnceKafkaIsBack() throws Exception {
    // given
    broker.goAway();
    assertThat(house.postBackup("b-1", "orders")).isEqualTo(503);
    broker.comeBack();

    // when
    house.apply("billing");

    // then
    IngestHouse.until(() -> house.shows("muster_ingest_services 2.0"));
    IngestHouse.until(() -> house.postBackup("b-1", "billing") == 202);
    assertThat(house.read(Topics.BACKUP, "billing")).isNotEmpty();
  }

  @Test
  void itClosesSoonWhileKafkaIsAway() throws Exception {
    // given
    broker.goAway();
    assertThat(house.postBackup("b-1", "orders")).isEqualTo(503);

    // when
    long asked = System.nanoTime();
    house.close();

    // then
    assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(4));
  }
}
