package dev.muster.app;

import dev.muster.runtime.part.Health;
import dev.muster.runtime.part.Part;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What was begun, in order. Told to close, it begins nothing more: whatever waits or takes long
 * ends at its next {@link #goOn}, and what was begun is closed, the last one first.
 */
final class Begun implements AutoCloseable {
  private static final long GLANCE_MILLIS = 20;

  private final Deque<Runnable> open = new ArrayDeque<>();
  private final Map<String, Part> parts = new LinkedHashMap<>();
  private volatile boolean ending;

  /** Told to close before all had begun. */
  static final class ToldToEnd extends RuntimeException {
    private static final long serialVersionUID = 1;

    ToldToEnd() {
      super("told to end while starting");
    }
  }

  /** Throws {@link ToldToEnd} once it is told to close. */
  void goOn() {
    if (ending) {
      throw new ToldToEnd();
    }
  }

  /**
   * @param step does something and returns what undoes it
   */
  synchronized void take(Supplier<Runnable> step) {
    goOn();
    open.push(step.get());
  }

  synchronized void start(Part part) {
    goOn();
    open.push(part::close);
    parts.put(part.name(), part);
    part.start();
  }

  /** By name, in the order of their start. */
  Map<String, Health> check() {
    Map<String, Part> now;
    synchronized (this) {
      now = new LinkedHashMap<>(parts);
    }
    Map<String, Health> healths = new LinkedHashMap<>();
    now.forEach((name, part) -> healths.put(name, part.check()));
    return healths;
  }

  /** Until all that was started is ready; {@code waiting} is told what is not. */
  void await(Consumer<Map<String, Health>> waiting) {
    goOn();
    Map<String, Health> healths = check();
    while (!healths.values().stream().allMatch(Health::ready)) {
      waiting.accept(healths);
      pause();
      goOn();
      healths = check();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ToldToEnd();
    }
  }

  /** Waits for the step that is being taken, and for no other. */
  @Override
  public void close() {
    ending = true;
    synchronized (this) {
      while (!open.isEmpty()) {
        open.pop().run();
      }
    }
  }
}
