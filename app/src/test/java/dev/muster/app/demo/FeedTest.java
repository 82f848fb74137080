package dev.muster.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FeedTest {
  private static final byte[] TAKEN =
      "{\"accepted\":1,\"parked\":0}".getBytes(StandardCharsets.US_ASCII);

  @Test
  void theHistoryEndsBetweenTwoRequestsWhenItIsToldTo() throws Exception {
    // given
    HttpServer ingest =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ingest.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          exchange.sendResponseHeaders(202, TAKEN.length);
          exchange.getResponseBody().write(TAKEN);
          exchange.close();
        });
    ingest.start();
    AtomicInteger asked = new AtomicInteger();
    Runnable goOn =
        () -> {
          if (asked.incrementAndGet() == 5) {
            throw new IllegalStateException("told to end");
          }
        };
    StoryClock clock = new StoryClock(Clock.systemUTC());
    URI uri = URI.create("http://127.0.0.1:" + ingest.getAddress().getPort());
    Feed feed = new Feed(25, clock, uri, "token");
    try {
      // when
      assertThatThrownBy(() -> feed.history(line -> {}, goOn)).hasMessage("told to end");
      // then
      assertThat(asked).hasValue(5);
      assertThat(clock.instant())
          .isBefore(Clock.systemUTC().instant().minus(Story.LENGTH.dividedBy(2)));
    } finally {
      ingest.stop(0);
    }
  }
}
