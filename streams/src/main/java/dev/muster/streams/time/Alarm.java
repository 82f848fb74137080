package dev.muster.streams.time;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.jspecify.annotations.Nullable;

/** Wakes a stage by the wall clock for the earliest instant asked for, at most once a second. */
public final class Alarm {
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  /** The least that Kafka Streams schedules. */
  private static final Duration NEXT = Duration.ofMillis(1);

  private final ProcessingContext context;
  private final Runnable wake;
  private @Nullable Cancellable set;
  private Instant setFor = Instant.MAX;
  private Instant rung = Instant.EPOCH;

  public Alarm(ProcessingContext context, Runnable wake) {
    this.context = context;
    this.wake = wake;
  }

  /** The task's wall clock. */
  public Instant now() {
    return Instant.ofEpochMilli(context.currentSystemTimeMs());
  }

  /** Wakes at an instant, or a second after it last did when that is later; an earlier one wins. */
  public void at(Instant wanted) {
    Instant soonest = latest(now().plus(NEXT), rung.plus(SHORTEST));
    Instant wakeAt = latest(wanted, soonest);
    if (!wakeAt.isBefore(setFor)) {
      return;
    }
    if (set != null) {
      set.cancel();
    }
    setFor = wakeAt;
    set =
        context.schedule(
            Duration.between(now(), wakeAt), PunctuationType.WALL_CLOCK_TIME, any -> ring());
  }

  /** Wakes again once records that wait, and what is to be committed, had their turn. */
  public void again() {
    rung = Instant.EPOCH;
    at(now());
  }

  private void ring() {
    if (set != null) {
      set.cancel();
    }
    set = null;
    setFor = Instant.MAX;
    rung = now();
    wake.run();
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }
}
