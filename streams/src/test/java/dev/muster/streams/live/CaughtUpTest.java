package dev.muster.streams.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;

class CaughtUpTest {
  private static final Instant NOON = Instant.parse("2026-09-01T12:00:00Z");
  private static final TaskId TASK = new TaskId(0, 3);
  private static final TopicPartition SCAN = new TopicPartition("scan", 3);
  private static final TopicPartition CATALOG = new TopicPartition("catalog", 3);

  private final Positions positions = new Positions();
  private final CaughtUp caughtUp = new CaughtUp(List.of("scan", "catalog"), positions);

  private void assigned(long scan, long catalog) {
    positions.moved(SCAN, scan);
    positions.moved(CATALOG, catalog);
  }

  @Test
  void aTaskIsLiveOnceAllItsInputsAreReadToTheirEnd() {
    assigned(0, 0);
    caughtUp.ended(NOON, Map.of(SCAN, 10L, CATALOG, 0L));
    positions.handed(SCAN, 9);
    positions.moved(SCAN, 10);

    // when: fetched, and committed only later
    caughtUp.compare(Map.of(SCAN, 5L));
    boolean early = caughtUp.caughtUpTo(TASK).isPresent();
    caughtUp.compare(Map.of(SCAN, 10L));

    // then
    assertThat(early).isFalse();
    assertThat(caughtUp.caughtUpTo(TASK)).contains(NOON);
  }

  @Test
  void aPartitionThatIsEmptyOrHoldsMarkersAloneIsRead() {
    assigned(0, 0);
    caughtUp.ended(NOON, Map.of(SCAN, 2L, CATALOG, 0L));

    // when: the consumer passes the two markers, no record is handed out
    positions.moved(SCAN, 2);
    caughtUp.compare(Map.of());

    // then
    assertThat(caughtUp.caughtUpTo(TASK)).contains(NOON);
  }

  @Test
  void whatIsAppendedMeanwhileIsNotWaitedFor() {
    assigned(0, 0);
    caughtUp.ended(NOON, Map.of(SCAN, 5L, CATALOG, 0L));

    // when: committed beyond the end of then, with more fetched already
    positions.handed(SCAN, 99);
    caughtUp.compare(Map.of(SCAN, 6L));

    // then
    assertThat(caughtUp.caughtUpTo(TASK)).contains(NOON);
    assertThat(caughtUp.asks()).containsExactlyInAnyOrder(SCAN, CATALOG);
  }

  @Test
  void aTaskThatWentAwayIsNotLive() {
    assigned(0, 0);
    caughtUp.ended(NOON, Map.of(SCAN, 0L, CATALOG, 0L));
    caughtUp.compare(Map.of());

    // when
    positions.keepOnly(Set.of(), Set.of(SCAN, CATALOG));
    caughtUp.asks();

    // then
    assertThat(caughtUp.caughtUpTo(TASK)).isEmpty();
  }

  @Test
  void aPositionNotKnownYetIsNoPosition() {
    positions.assigned(SCAN);
    positions.moved(CATALOG, 0);
    caughtUp.ended(NOON, Map.of(SCAN, 1L, CATALOG, 0L));

    caughtUp.compare(Map.of());

    assertThat(caughtUp.all()).isFalse();
  }
}
