package dev.muster.sink.past;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Lets a few read the past at a time: each reads a partition from its beginning. */
public final class Turnstile {
  private static final Duration WAIT = Duration.ofSeconds(10);

  private final Semaphore places;

  public Turnstile(int places) {
    this.places = new Semaphore(places, true);
  }

  /**
   * Reads, as soon as there is a place.
   *
   * @throws CannotRead when there is none for too long
   */
  <T> T pass(Supplier<T> reading) {
    try {
      if (!places.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new CannotRead("Others are reading the past just now. Ask again in a moment.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotRead("The server is ending.", e);
    }
    try {
      return reading.get();
    } finally {
      places.release();
    }
  }
}
