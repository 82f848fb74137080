package dev.muster.streams.run;

/** Starting would do harm; the message says what happened and what to do. */
public final class StartRefused extends RuntimeException {
  StartRefused(String why) {
    super(why);
  }
}
