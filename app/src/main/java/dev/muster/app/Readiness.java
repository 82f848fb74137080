package dev.muster.app;

import dev.muster.runtime.part.Part;
import java.util.concurrent.TimeUnit;

/** Waits for parts that become ready by themselves. */
final class Readiness {
  private static final long GLANCE_MILLIS = 20;

  private Readiness() {}

  static void await(Part part) {
    try {
      while (!part.check().ready()) {
        TimeUnit.MILLISECONDS.sleep(GLANCE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted while " + part.name() + " was starting");
    }
  }
}
