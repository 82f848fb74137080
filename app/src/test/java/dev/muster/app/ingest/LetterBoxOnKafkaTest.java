package dev.muster.app.ingest;

import static dev.muster.app.ingest.IngestHouse.header;
import static dev.muster.app.ingest.IngestHouse.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.ingest.catalogue.KnownServices;
import dev.muster.ingest.catalogue.ServiceCatalogue;
import dev.muster.ingest.replay.LetterBox;
import dev.muster.ingest.replay.Letters;
import dev.muster.ingest.replay.Replayer;
import dev.muster.schemas.DeadLetterHeaders.Place;
import dev.muster.schemas.EventHeaders;
import dev.muster.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters are read while Kafka goes away in the middle of it. */
class LetterBoxOnKafkaTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private OnOff broker;
  private Place letter;

  @BeforeEach
  void parkOne(@TempDir Path folder) throws Exception {
    broker = new OnOff(folder);
    try (IngestHouse house = new IngestHouse(broker.kafka(), folder)) {
      house.postBackup("b-1", "billing");
      ConsumerRecord<?, ?> parked = house.read(Topics.DEAD_LETTERS, "billing").get(0);
      letter = new Place(parked.partition(), parked.offset());
    }
  }

  @AfterEach
  void close() {
    broker.close();
  }

  private Consumer<String, byte[]> consumer() {
    return IngestHouse.consumer(broker.kafka());
  }

  @Test
  void whenKafkaGoesAwayTheReadingIsGivenUpAndWorksAgainOnceItIsBack() {
    // given
    LetterBox box = new LetterBox(this::consumer, Duration.ofSeconds(20));
    LetterBox hasty = new LetterBox(this::consumer, Duration.ofSeconds(1));

    // when
    broker.goAway();
    assertThatThrownBy(() -> hasty.apply(List.of(letter))).isInstanceOf(KafkaException.class);
    broker.comeBack();
    List<ConsumerRecord<String, byte[]>> read = box.apply(List.of(letter));

    // then
    assertThat(read)
        .singleElement()
        .satisfies(record -> assertThat(header(record, EventHeaders.ID)).isEqualTo("b-1"));
  }

  /** Knows the service of the letter. */
  private static final class Known implements ServiceCatalogue {
    @Override
    public KnownServices known() {
      return new KnownServices(
          Map.of("billing", IngestHouse.service("billing", List.of())), Set.of());
    }

    @Override
    public boolean isComplete() {
      return true;
    }
  }

  @Test
  void closingInTheMiddleOfAReplayEndsItSoonAndALaterStartDoesIt() throws Exception {
    // given
    CountDownLatch away = new CountDownLatch(1);
    LetterBox box = new LetterBox(this::consumer, LONG);
    Letters letters =
        (service, places) -> {
          broker.goAway();
          away.countDown();
          box.apply(places);
          return new Letters.Tried(Set.copyOf(places), true);
        };
    Replayer first = new Replayer(this::consumer, new Known(), letters);
    first.start();
    away.await();

    // when
    long asked = System.nanoTime();
    first.close();
    Duration took = Duration.ofNanos(System.nanoTime() - asked);
    broker.comeBack();
    AtomicInteger found = new AtomicInteger();
    try (Replayer second =
        new Replayer(
            this::consumer,
            new Known(),
            (service, places) -> {
              found.addAndGet(box.apply(places).size());
              return new Letters.Tried(Set.copyOf(places), true);
            })) {
      second.start();
      until(() -> found.get() > 0);
    }

    // then
    assertThat(took).isLessThan(Duration.ofSeconds(3));
    assertThat(found).hasValue(1);
  }
}
