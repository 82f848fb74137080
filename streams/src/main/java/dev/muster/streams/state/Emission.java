package dev.muster.streams.state;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When a scorecard is emitted: the first change at once, further ones of the same second together
 * at its end, figures alone at most once a minute, nothing before the task is live.
 *
 * @param last the instant of the last one, the epoch for none yet
 * @param print of the last one, to emit none that says nothing new
 * @param pending when one that is held back is due; a row of the deadline index, so that a crash
 *     keeps it
 */
public record Emission(Instant last, long print, Optional<Instant> pending) {
  /** None yet. */
  public static final Emission NONE = new Emission(Instant.EPOCH, 0, Optional.empty());

  private static final int SECONDS = 60;

  /** Whether a change may be told now, with figures that wait; else it is {@link #held}. */
  public boolean atOnce(Instant now, boolean live) {
    Instant second = now.truncatedTo(ChronoUnit.SECONDS);
    return live
        && !second.equals(last.truncatedTo(ChronoUnit.SECONDS))
        && pending.filter(due -> !due.isAfter(second.plusSeconds(1))).isEmpty();
  }

  /** Holds a change back until all else that is due was told. */
  public Emission next(Instant now) {
    return until(now);
  }

  /** Holds a change back to the end of its second. */
  public Emission held(Instant now) {
    return until(now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1));
  }

  /**
   * Holds figures of an instant, now or to come, back to the service's own second of the minute.
   */
  public Emission heldFigures(Instant now, String service) {
    int second = Math.floorMod(service.hashCode(), SECONDS);
    Instant slot = now.truncatedTo(ChronoUnit.MINUTES).plusSeconds(second);
    return until(slot.isAfter(now) ? slot : slot.plus(Duration.ofMinutes(1)));
  }

  /** All there was is told; nothing is held back. */
  public Emission told(Instant at, long newPrint) {
    return new Emission(at, newPrint, Optional.empty());
  }

  private Emission until(Instant due) {
    return pending.filter(earlier -> !earlier.isAfter(due)).isPresent()
        ? this
        : new Emission(last, print, Optional.of(due));
  }
}
