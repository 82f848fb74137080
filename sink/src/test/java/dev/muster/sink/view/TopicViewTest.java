package dev.muster.sink.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runtime.metrics.Registries;
import dev.muster.runtime.part.Health;
import dev.muster.sink.Await;
import dev.muster.sink.FakeLog;
import dev.muster.sink.Samples;
import dev.muster.sink.SinkMeters;
import dev.muster.sink.TestClock;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicViewTest {
  private final TestClock clock = new TestClock(Samples.NOW);
  private final FakeLog<String> log = new FakeLog<>("topic", clock);
  private final PrometheusMeterRegistry registry = Registries.prometheus();
  private final TopicView<String> view =
      new TopicView<>(log.origin(), clock, new SinkMeters(registry));

  @AfterEach
  void close() {
    view.close();
  }

  private void started() {
    view.start();
    Await.until("read", () -> view.freshness() != null);
  }

  private void awaitValue(String key, String value) {
    Await.until(key, () -> view.snapshot().value(key).equals(Optional.of(value)));
  }

  @Test
  void showsNothingBeforeEverythingWasRead() {
    // given
    log.append("a", "old");
    log.away(true);
    // when
    view.start();
    // then
    assertThat(view.check()).isInstanceOf(Health.Starting.class);
    assertThat(view.snapshot().values()).isEmpty();
  }

  @Test
  void keepsTheNewestOfEachKeyAndDropsWhatWasRemoved() {
    // given
    log.append("a", "1");
    log.append("b", "1");
    log.append("a", "2");
    log.remove("b");
    // when
    started();
    // then
    assertThat(view.snapshot().values()).containsOnly(Map.entry("a", "2"));
    assertThat(view.check().ready()).isTrue();
  }

  @Test
  void aSnapshotNeverChanges() {
    // given
    log.append("a", "1");
    started();
    Snapshot<String> before = view.snapshot();
    // when
    log.append("a", "2");
    awaitValue("a", "2");
    // then
    assertThat(before.values()).containsEntry("a", "1");
  }

  @Test
  void whatCannotBeReadReplacesWhatWasTrueBefore() {
    // given
    log.append("a", "proven");
    started();
    // when
    log.appendGarbage("a");
    // then
    Await.until("gone", () -> view.snapshot().values().isEmpty());
    assertThat(registry.scrape()).contains("muster_sink_view_unreadable_total{topic=\"topic\"} 1");
  }

  @Test
  void isStaleSinceTheLastWholeReadingAndRecoversByItself() {
    // given
    started();
    log.away(true);
    // when
    clock.advance(Duration.ofSeconds(6));
    // then
    assertThat(view.freshness()).isEqualTo(new Freshness(Samples.NOW, true));
    assertThat(view.check()).isInstanceOf(Health.Degraded.class);
    // when
    log.away(false);
    clock.advance(Duration.ofSeconds(1));
    // then
    Await.until("fresh", () -> view.check() instanceof Health.Up);
  }

  @Test
  void isNotStaleWithinFiveSeconds() {
    // given
    started();
    log.away(true);
    // when
    clock.advance(Duration.ofSeconds(5));
    // then
    assertThat(view.freshness()).isEqualTo(new Freshness(Samples.NOW, false));
  }

  @Test
  void aTopicMadeAnewIsReadAnewAndListenersHearWhatIsGone() {
    // given
    log.append("a", "1");
    log.append("b", "1");
    started();
    List<String> heard = new CopyOnWriteArrayList<>();
    view.listen(
        changes -> changes.forEach(c -> heard.add(c.held().key() + '=' + c.held().value())));
    // when
    log.replace();
    log.append("b", "2");
    // then
    awaitValue("b", "2");
    Await.until("told", () -> heard.contains("b=2"));
    assertThat(view.snapshot().values()).containsOnlyKeys("b");
    assertThat(heard).contains("a=null");
  }

  @Test
  void aBugEndsItAndHealthSaysSo() {
    // given
    Origin<String> origin = log.origin();
    TopicView<String> broken =
        new TopicView<>(
            new Origin<>(
                origin.topic(),
                origin.holds(),
                origin.consumers(),
                (topic, bytes) -> {
                  throw new IllegalStateException("bug");
                }),
            clock,
            new SinkMeters(Registries.prometheus()));
    log.append("a", "1");
    // when
    broken.start();
    // then
    Await.until("down", () -> broken.check() instanceof Health.Down);
    broken.close();
  }
}
