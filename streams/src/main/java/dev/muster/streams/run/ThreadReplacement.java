package dev.muster.streams.run;

import dev.muster.runtime.part.Fault;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a stream thread that died, with back-off: nothing is skipped, so whatever it died of is
 * met again. Called on the dying thread, which waits here.
 */
final class ThreadReplacement implements StreamsUncaughtExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(ThreadReplacement.class);
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** A thread that ran so long is not dying again, but anew. */
  private static final Duration RECOVERED = Duration.ofMinutes(5);

  private final Clock clock;
  private final Runnable counted;
  private final CountDownLatch closing = new CountDownLatch(1);
  private Duration wait = FIRST;
  private Instant lastDeath = Instant.MIN;
  private String lastFault = "";

  ThreadReplacement(Clock clock, Runnable counted) {
    this.clock = clock;
    this.counted = counted;
  }

  @Override
  public StreamThreadExceptionResponse handle(Throwable thrown) {
    Duration pause = died(Fault.of(thrown));
    counted.run();
    try {
      boolean ending = closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
      return ending
          ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
          : StreamThreadExceptionResponse.REPLACE_THREAD;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
  }

  private synchronized Duration died(String fault) {
    Instant now = clock.instant();
    Duration pause = now.isAfter(recovery()) ? FIRST : wait;
    lastDeath = now;
    lastFault = fault;
    Duration doubled = pause.multipliedBy(2);
    wait = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
    LOG.atWarn()
        .addKeyValue("fault", fault)
        .addKeyValue("again", pause)
        .log("a stream thread died and is replaced");
    return pause;
  }

  /** What the last thread died of, while that was not long ago. */
  synchronized Optional<String> recentFault() {
    return clock.instant().isAfter(recovery()) ? Optional.empty() : Optional.of(lastFault);
  }

  /** Ends every wait. */
  void close() {
    closing.countDown();
  }

  private Instant recovery() {
    return lastDeath.equals(Instant.MIN) ? Instant.MIN : lastDeath.plus(RECOVERED);
  }
}
