package dev.muster.core.alert;

import dev.muster.core.alert.AlertEvent.Asks;
import dev.muster.core.alert.AlertEvent.Ties;
import dev.muster.core.gate.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One firing of one series, as all events under its name tell it together. The same in whichever
 * order they come: of instants and ranks the first or last, of names that differ the lesser.
 *
 * @param newest the newest event in it
 */
public record Episode(
    Id id,
    String rule,
    @Nullable String environment,
    Asks asks,
    Ties ties,
    Times times,
    Reaction reaction,
    Origin newest) {

  /** One not heard of for so long is over, and nobody knows since when. */
  public static final Duration UNHEARD = Duration.ofDays(28);

  /** The newest event last. */
  public static final Comparator<Origin> BY_AGE =
      Comparator.comparing(Origin::time).thenComparing(Origin::received).thenComparing(Origin::id);

  /**
   * What an episode is known by.
   *
   * @param fingerprint the series: the same at every later firing
   */
  public record Id(String source, String fingerprint, Instant startedAt) {}

  /**
   * When what of it was told; absent: it was not.
   *
   * @param firstReceived when Muster first learned of it
   * @param lastTold the time of the newest event
   * @param lastHeard when its source last spoke of it, a repetition included
   * @param fired the last time that it was said to fire
   * @param resolved the last time that it was said to be over
   * @param silenced the first time
   * @param inhibited the first time
   */
  public record Times(
      @Nullable Instant firstReceived,
      @Nullable Instant lastTold,
      @Nullable Instant lastHeard,
      @Nullable Instant fired,
      @Nullable Instant resolved,
      @Nullable Instant silenced,
      @Nullable Instant inhibited) {
    private static final Times UNTOLD = new Times(null, null, null, null, null, null, null);

    /** A person's word on an alert does not say that it is there. */
    static Times of(AlertEvent event) {
      Instant time = event.origin().time();
      Instant received = event.origin().received();
      AlertState state = event.state();
      if (state == AlertState.CLASSIFIED || state == AlertState.UNKNOWN) {
        return UNTOLD;
      }
      return new Times(
          received,
          time,
          time.isAfter(received) ? time : received,
          state == AlertState.FIRING ? time : null,
          state == AlertState.RESOLVED ? time : null,
          state == AlertState.SILENCED ? time : null,
          state == AlertState.INHIBITED ? time : null);
    }

    Times and(Times other) {
      return new Times(
          Extreme.least(firstReceived, other.firstReceived),
          Extreme.greatest(lastTold, other.lastTold),
          Extreme.greatest(lastHeard, other.lastHeard),
          Extreme.greatest(fired, other.fired),
          Extreme.greatest(resolved, other.resolved),
          Extreme.least(silenced, other.silenced),
          Extreme.least(inhibited, other.inhibited));
    }
  }

  /** As one event tells it. */
  public static Episode of(AlertEvent event) {
    return new Episode(
        event.episode(),
        event.rule(),
        event.environment(),
        event.asks(),
        event.ties(),
        Times.of(event),
        Reaction.of(event),
        event.origin());
  }

  /** With another event, or another start of the same episode. */
  public Episode and(Episode other) {
    boolean earlier = !other.id.startedAt().isBefore(id.startedAt());
    return new Episode(
        earlier ? id : other.id,
        Objects.requireNonNull(Extreme.least(rule, other.rule)),
        Extreme.least(environment, other.environment),
        and(asks, other.asks),
        and(ties, other.ties),
        times.and(other.times),
        reaction.and(other.reaction),
        BY_AGE.compare(newest, other.newest) >= 0 ? newest : other.newest);
  }

  private static Asks and(Asks one, Asks other) {
    return new Asks(
        Objects.requireNonNull(Extreme.greatest(one.severity(), other.severity())),
        Objects.requireNonNull(Extreme.greatest(one.urgency(), other.urgency())),
        Extreme.greatest(one.protectedClass(), other.protectedClass()));
  }

  private static Ties and(Ties one, Ties other) {
    return new Ties(
        Extreme.least(one.groupKey(), other.groupKey()),
        Extreme.least(one.incidentId(), other.incidentId()),
        Extreme.least(one.musterId(), other.musterId()),
        Extreme.least(one.deploymentId(), other.deploymentId()),
        Extreme.least(one.runbook(), other.runbook()));
  }

  /** Whether it says what another did, but for when it was last heard of: a repetition. */
  public boolean isOnlyHeardAgain(@Nullable Episode before) {
    return before != null
        && id.equals(before.id)
        && rule.equals(before.rule)
        && Objects.equals(environment, before.environment)
        && asks.equals(before.asks)
        && ties.equals(before.ties)
        && reaction.equals(before.reaction)
        && isNotified() == before.isNotified()
        && Objects.equals(end(), before.end());
  }

  public Instant startedAt() {
    return id.startedAt();
  }

  /** Whether its source told of it at all, and not only a person who classified it. */
  public boolean isTold() {
    return times.lastTold() != null;
  }

  /** Whether somebody could notice it: it was not silenced or inhibited from the start. */
  boolean isNotified() {
    boolean held = times.silenced() != null || times.inhibited() != null;
    return times.fired() != null || reaction.isAny() || (times.resolved() != null && !held);
  }

  /** When it was over; absent: that was not told, or it fired again since. */
  public @Nullable Instant end() {
    Instant resolved = times.resolved();
    if (resolved == null || (times.fired() != null && times.fired().isAfter(resolved))) {
      return null;
    }
    return resolved.isBefore(startedAt()) ? startedAt() : resolved;
  }

  /** When it is over for want of news; absent: its end is known, or it was never told of. */
  public @Nullable Instant unheardAt() {
    Instant heard = times.lastHeard();
    return heard == null || end() != null ? null : heard.plus(UNHEARD);
  }

  /** When anybody last said anything of it. */
  public Instant newestWord() {
    return Objects.requireNonNull(
        Extreme.greatest(Extreme.greatest(startedAt(), times.lastHeard()), newest.received()));
  }
}
