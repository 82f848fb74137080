package dev.muster.runtime.part;

import java.util.Arrays;

/** A bug in one line for logs: what was thrown and where; messages can hold payloads. */
public final class Fault {
  private Fault() {}

  /**
   * {@code NullPointerException at dev.muster.x.Y.z(Y.java:12)}: innermost cause, our own frame.
   */
  public static String of(Throwable thrown) {
    Throwable cause = thrown;
    for (Throwable next = thrown; next != null; next = next.getCause()) {
      cause = next;
    }
    String where =
        Arrays.stream(cause.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("dev.muster."))
            .findFirst()
            .map(frame -> " at " + frame)
            .orElse("");
    return cause.getClass().getSimpleName() + where;
  }
}
