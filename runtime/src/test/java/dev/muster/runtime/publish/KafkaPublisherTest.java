package dev.muster.runtime.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runtime.part.Health;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class KafkaPublisherTest {
  private final Hand clock = new Hand();
  private final MockProducer<byte[], byte[]> producer =
      new MockProducer<>(
          new Cluster("c", List.of(), List.of(part(0), part(1)), Set.of(), Set.of()),
          false,
          new RoundRobinPartitioner(),
          new ByteArraySerializer(),
          new ByteArraySerializer());
  private final KafkaPublisher publisher =
      new KafkaPublisher(() -> producer, new ReceivedClock(clock));

  /** A clock moved by hand, also back. */
  private static final class Hand extends Clock {
    private Instant now = Instant.ofEpochMilli(1_000);

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private static PartitionInfo part(int number) {
    return new PartitionInfo("t", number, Node.noNode(), new Node[0], new Node[0]);
  }

  private static Outgoing record(boolean everyPartition) {
    return new Outgoing("t", "k", "v".getBytes(UTF_8), List.of(), everyPartition);
  }

  @Test
  void receivedTimesNeverGoBackWithTheClock() {
    publisher.start();

    for (long millis : new long[] {1_000, 400, 2_000}) {
      clock.now = Instant.ofEpochMilli(millis);
      assertThat(publisher.publish(List.of(record(false)))).isNotDone();
    }

    assertThat(producer.history())
        .extracting(ProducerRecord::timestamp)
        .containsExactly(1_000L, 1_000L, 2_000L);
  }

  @Test
  void itIsDoneWhenTheLastRecordIsAcknowledged() {
    publisher.start();

    CompletableFuture<Void> done = publisher.publish(List.of(record(true)));
    producer.completeNext();
    boolean early = done.isDone();
    producer.completeNext();

    assertThat(early).isFalse();
    assertThat(done).isCompleted();
    assertThat(publisher.check()).isEqualTo(Health.up());
  }

  @Test
  void oneRecordThatIsNotAcknowledgedFailsAll() {
    publisher.start();

    CompletableFuture<Void> done = publisher.publish(List.of(record(true)));
    producer.completeNext();
    producer.errorNext(new TimeoutException("no broker"));

    assertThat(done).isCompletedExceptionally();
    assertThat(publisher.check()).isInstanceOf(Health.Degraded.class);
  }

  @Test
  void beforeTheStartNothingIsTaken() {
    assertThat(publisher.publish(List.of(record(false)))).isCompletedExceptionally();
    assertThat(publisher.check()).isInstanceOf(Health.Starting.class);
  }
}
