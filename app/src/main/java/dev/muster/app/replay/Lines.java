package dev.muster.app.replay;

import dev.muster.streams.replay.Calls;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Words that both tables use. */
final class Lines {
  private Lines() {}

  static String second(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** {@code 3 times for 41 min}. */
  static String times(Calls calls) {
    return said(calls, "never", calls.times() == 1 ? "once" : calls.times() + " times");
  }

  /** {@code 3 tickets for 41 min}. */
  static String pages(long pages) {
    return pages == 0 ? "no page" : pages + (pages == 1 ? " page" : " pages");
  }

  static String tickets(Calls calls) {
    return said(calls, "no ticket", calls.times() == 1 ? "one ticket" : calls.times() + " tickets");
  }

  private static String said(Calls calls, String none, String some) {
    if (calls.equals(Calls.NONE)) {
      return none;
    }
    String began = calls.times() == 0 ? none : some;
    String before = calls.before() == 0 ? "" : " (" + calls.before() + " open from before)";
    return began + before + " for " + minutes(calls.lasted());
  }

  static String minutes(Duration span) {
    return span.toMinutes() + " min";
  }
}
