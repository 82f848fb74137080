package dev.muster.app.end;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Waits for what other processes do: looks again until it is so, or says what it saw last. */
final class Until {
  /** For what takes moments; generous, since the machine may have other work. */
  static final Duration SOON = Duration.ofMinutes(1);

  private static final long GLANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private Until() {}

  /**
   * Returns the first that is wanted.
   *
   * @param look what it throws counts as "not yet"
   */
  static <T> T seen(String what, Duration patience, Callable<T> look, Predicate<T> wanted) {
    long deadline = System.nanoTime() + patience.toNanos();
    @Nullable Object last = null;
    while (System.nanoTime() < deadline) {
      try {
        T now = look.call();
        if (wanted.test(now)) {
          return now;
        }
        last = now;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      } catch (Exception notYet) {
        last = notYet;
      }
      LockSupport.parkNanos(GLANCE_NANOS);
    }
    throw new AssertionError("not within " + patience + ": " + what + "; last seen: " + last);
  }

  /** Returns when it is so. */
  static void so(String what, Duration patience, Callable<Boolean> look) {
    boolean unused = seen(what, patience, look, Boolean::booleanValue);
  }
}
