package dev.muster.app.demo;

import dev.muster.runtime.part.Fault;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the story to ingest: first what has been, with received times in the past, then what comes.
 */
public final class Feed {
  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

  /**
   * What ends within one such span is received at its end, as from collectors that ask now and
   * then.
   */
  private static final Duration OLD_SPAN = Duration.ofHours(8);

  /** As often as the demo's SLOs say that a sample comes. */
  private static final Duration SPAN = Duration.ofMinutes(15);

  /** After a sample's end, so that it is told with the span that ends with it. */
  private static final Duration HEARD = Duration.ofSeconds(5);

  private static final Duration A_WHILE = Duration.ofSeconds(1);

  private final long seed;
  private final StoryClock clock;
  private final Teller teller;
  private Instant began;

  /**
   * @param clock the one that ingest takes received times from
   */
  public Feed(long seed, StoryClock clock, URI ingest, String token) {
    this.seed = seed;
    this.clock = clock;
    this.teller = new Teller(ingest, token);
    this.began = clock.real().instant();
  }

  /**
   * Ninety days up to now; from then on the clock is the real one.
   *
   * @param progress is told now and then how far it is
   * @param goOn is asked before each request, and throws to end it
   */
  public void history(Consumer<String> progress, Runnable goOn) {
    Instant now = clock.real().instant();
    began = now;
    Instant said = now;
    List<Told> span = new ArrayList<>();
    Instant last = now.truncatedTo(ChronoUnit.MINUTES).plus(HEARD);
    Instant connected = last.minus(Meter.CONNECTED);
    Instant end = last.minus(Story.LENGTH).plus(OLD_SPAN);
    for (Told told : Story.of(seed, now)) {
      while (told.received().isAfter(end)) {
        goOn.run();
        tell(span, end);
        Instant real = clock.real().instant();
        if (Duration.between(said, real).compareTo(A_WHILE) > 0) {
          said = real;
          long days = Story.LENGTH.minus(Duration.between(end, now)).toDays();
          progress.accept("history: " + days + " of " + Story.LENGTH.toDays() + " days");
        }
        end = end.plus(end.isBefore(connected) ? OLD_SPAN : SPAN);
      }
      span.add(told);
    }
    tell(span, now);
    clock.release();
  }

  private void tell(List<Told> span, Instant received) {
    if (!span.isEmpty()) {
      clock.set(received);
      teller.tell(span);
      span.clear();
    }
  }

  /** Something every few seconds, until interrupted. */
  public void live() {
    Days days = new Days(seed, clock.real(), began);
    try {
      while (true) {
        Thread.sleep(days.pause().toMillis());
        goOn(days.next());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A Muster that is sick for a moment misses some of it, as it would from a careless tool. */
  private void goOn(List<Told> next) {
    try {
      teller.tell(next);
    } catch (CompletionException e) {
      LOG.atWarn().addKeyValue("fault", Fault.of(e)).log("ingest did not take what was invented");
    }
  }
}
