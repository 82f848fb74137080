package dev.muster.app;

import dev.muster.runtime.part.Health;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells who waits what is being done, a line each; to standard error, for people only. */
final class Progress implements Consumer<String> {
  private static final long A_WHILE = TimeUnit.SECONDS.toNanos(1);

  private final PrintWriter err;
  private String waiting = "";
  private long last = System.nanoTime();

  Progress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void accept(String line) {
    err.println("muster: " + line);
    err.flush();
    last = System.nanoTime();
  }

  /** Says which part is waited for, once it takes a while and only what was not just said. */
  void waiting(Map<String, Health> healths) {
    if (System.nanoTime() - last < A_WHILE) {
      return;
    }
    healths.entrySet().stream()
        .filter(part -> !part.getValue().ready())
        .map(part -> "waiting for " + part.getKey() + ": " + part.getValue().why())
        .findFirst()
        .filter(line -> !line.equals(waiting))
        .ifPresent(
            line -> {
              waiting = line;
              accept(line);
            });
  }
}
