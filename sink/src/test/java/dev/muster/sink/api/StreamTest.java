package dev.muster.sink.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.sink.Await;
import dev.muster.sink.Samples;
import dev.muster.sink.TestSink;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StreamTest {
  @TempDir Path folder;
  private TestSink sink;

  @BeforeEach
  void open() {
    sink = new TestSink(folder).filled().started();
  }

  @AfterEach
  void close() {
    sink.close();
  }

  /** What a reader of server-sent events hears, line by line. */
  private static final class Listening implements Flow.Subscriber<String>, AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile boolean ended;
    private Flow.Subscription subscription =
        new Flow.Subscription() {
          @Override
          public void request(long n) {}

          @Override
          public void cancel() {}
        };

    @Override
    public void onSubscribe(Flow.Subscription begun) {
      subscription = begun;
      begun.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
      lines.add(line);
    }

    @Override
    public void onError(Throwable thrown) {
      ended = true;
    }

    @Override
    public void onComplete() {
      ended = true;
    }

    /** The services of all events with this name, in order. */
    List<String> services(String event) {
      List<String> found = new ArrayList<>();
      boolean mine = false;
      for (String line : lines) {
        if (line.startsWith("event: ")) {
          mine = line.equals("event: " + event);
        } else if (mine && line.startsWith("data: ")) {
          found.add(line.replaceAll(".*\"service\":\"([a-z]+)\".*", "$1"));
        }
      }
      return found;
    }

    String lastId() {
      return lines.stream()
          .filter(line -> line.startsWith("id: "))
          .reduce((a, b) -> b)
          .map(line -> line.substring(4))
          .orElse("");
    }

    Listening caughtUp() {
      Await.until("caught up", () -> lines.contains("event: view") && !lastId().isEmpty());
      return this;
    }

    @Override
    public void close() {
      subscription.cancel();
    }
  }

  private Listening listen(String query, String... headers) {
    Listening listening = new Listening();
    HttpRequest request =
        sink.request("/api/v1/stream" + query, headers)
            .header("Authorization", "Bearer " + sink.viewer())
            .build();
    var unused = sink.http().sendAsync(request, BodyHandlers.fromLineSubscriber(listening));
    return listening;
  }

  @Test
  void beginsWithEveryScorecardAndHowToComeBack() {
    // when
    try (Listening reader = listen("").caughtUp()) {
      // then
      assertThat(reader.services("scorecard")).hasSize(7).contains("orders", "payments");
      assertThat(reader.lines.get(0)).isEqualTo("retry: 1000");
    }
  }

  @Test
  void tellsAChangeWithinASecond() {
    // given
    try (Listening reader = listen("?service=orders").caughtUp()) {
      long begun = System.nanoTime();
      // when
      sink.scorecards.append("orders", Samples.orders());
      // then
      Await.until("told", () -> reader.services("scorecard").size() == 2);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void aReaderWhoComesBackHearsWhatItMissedAndNoMore() {
    // given
    String last;
    try (Listening before = listen("").caughtUp()) {
      last = before.lastId();
    }
    sink.scorecards.append("payments", Samples.cards().get(1));
    sink.scorecards.remove("reports");
    Await.until(
        "read", () -> sink.api("/api/v1/scorecards/reports", sink.viewer()).statusCode() == 404);
    // when
    try (Listening back = listen("", "Last-Event-ID", last).caughtUp()) {
      // then
      assertThat(back.services("scorecard")).containsExactly("payments");
      assertThat(back.services("removed")).containsExactly("reports");
    }
  }

  @Test
  void anIdOfAnotherLogMeansEverythingAgain() {
    // when
    try (Listening reader = listen("", "Last-Event-ID", "99.99").caughtUp()) {
      // then
      assertThat(reader.services("scorecard")).hasSize(7);
    }
  }

  @Test
  void oneServiceMeansOnlyThatOne() {
    // given
    try (Listening reader = listen("?service=orders").caughtUp()) {
      // when
      sink.scorecards.append("payments", Samples.cards().get(1));
      sink.scorecards.append("orders", Samples.orders());
      // then
      Await.until("told", () -> reader.services("scorecard").size() == 2);
      assertThat(reader.services("scorecard")).containsOnly("orders");
    }
  }

  @Test
  void beatsSoThatProxiesKeepItOpenAndEndsWithItsToken() {
    // given
    String token = sink.viewer();
    Listening reader = new Listening();
    var unused =
        sink.http()
            .sendAsync(
                sink.request("/api/v1/stream", "Authorization", "Bearer " + token).build(),
                BodyHandlers.fromLineSubscriber(reader));
    reader.caughtUp();
    // when
    Await.until("beat", () -> reader.lines.stream().anyMatch(line -> line.startsWith(": 20")));
    sink.tokens.list().forEach(one -> sink.tokens.revoke(one.identity().tokenId()));
    // then
    Await.until("ended", () -> reader.ended);
  }

  @Test
  void saysWhenTheViewBecomesStale() {
    // given
    try (Listening reader = listen("?service=orders").caughtUp()) {
      sink.scorecards.away(true);
      // when
      sink.clock.advance(Duration.ofSeconds(9));
      // then
      Await.until(
          "told", () -> reader.lines.stream().anyMatch(line -> line.contains("\"stale\":true")));
    }
  }
}
