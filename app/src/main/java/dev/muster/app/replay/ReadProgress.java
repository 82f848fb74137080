package dev.muster.app.replay;

import dev.muster.streams.replay.Replay;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** One line on a terminal that is written again each second; nothing where nobody looks. */
final class ReadProgress implements Replay.Progress {
  private static final long A_WHILE = TimeUnit.SECONDS.toNanos(1);
  private static final String CLEAR = "\r\u001b[K";

  /** To look at the clock less often than records come. */
  private static final int SOME = 256;

  private final PrintWriter err;
  private final long all;
  private final boolean shown;
  private long last = System.nanoTime();
  private boolean written;

  /**
   * @param all records there are to be read
   */
  ReadProgress(PrintWriter err, long all, boolean quiet) {
    this.err = err;
    this.all = Math.max(1, all);
    this.shown = !quiet && isWatched();
  }

  @Override
  public void read(long read, Instant upTo) {
    if (shown && read % SOME == 0 && System.nanoTime() - last > A_WHILE) {
      last = System.nanoTime();
      written = true;
      err.printf(
          Locale.ROOT,
          "%smuster: read %,d of %,d records (%d %%), up to %s",
          CLEAR,
          read,
          all,
          Math.min(100, read * 100 / all),
          Lines.second(upTo));
      err.flush();
    }
  }

  void end() {
    if (written) {
      err.print(CLEAR);
      err.flush();
    }
  }

  /** From Java 22 on there is a console even where there is no terminal. */
  @SuppressWarnings("SystemConsoleNull") // On Java 17 it is null.
  private static boolean isWatched() {
    Console console = System.console();
    try {
      return console != null && (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException olderJava) {
      return true;
    }
  }
}
