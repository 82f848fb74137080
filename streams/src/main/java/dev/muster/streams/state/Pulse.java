package dev.muster.streams.state;

import dev.muster.streams.time.Deadline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What every record of a service reads and moves: its clock, and when something next falls due.
 * Apart from the {@link ServiceState}, which is large and changes seldom.
 *
 * @param clock the greatest received time or deadline judged
 * @param turn when a gate may turn by itself
 * @param card when a scorecard held back is due
 * @param burn the earliest at which an SLO may have something to say by itself; it may turn out to
 *     have nothing to say yet, since every sample puts it off and that is not written down each
 *     time
 * @param noise when a week of alerts closes, or late word on one is settled
 */
record Pulse(
    Instant clock,
    Optional<Instant> turn,
    Optional<Instant> card,
    Optional<Instant> burn,
    Optional<Instant> noise) {
  /** As it was before SLOs were judged. */
  private static final int PULSE_1 = 1;

  /** As it was before alerts were. */
  private static final int PULSE_2 = 2;

  private static final int PULSE_3 = 3;

  static final Pulse NEW =
      new Pulse(
          Instant.EPOCH, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** With what a state says. */
  Pulse with(ServiceState state) {
    return new Pulse(state.clock(), state.turn(), state.emission().pending(), burn, noise);
  }

  Pulse at(Instant instant) {
    return instant.isAfter(clock) ? new Pulse(instant, turn, card, burn, noise) : this;
  }

  Pulse burning(Optional<Instant> next) {
    return new Pulse(clock, turn, card, next, noise);
  }

  Pulse noisy(Optional<Instant> next) {
    return new Pulse(clock, turn, card, burn, next);
  }

  /** Whether something has to be said before a record of this instant. */
  boolean isDue(Instant at, boolean cards) {
    return isDue(turn, at) || isDue(burn, at) || isDue(noise, at) || (cards && isDue(card, at));
  }

  private static boolean isDue(Optional<Instant> due, Instant at) {
    return due.isPresent() && !due.get().isAfter(at);
  }

  /** Its rows of the deadline index, in order: SLOs, gates, alerts, then the scorecard. */
  List<Deadline> deadlines(String service) {
    List<Deadline> deadlines = new ArrayList<>(4);
    burn.ifPresent(at -> deadlines.add(new Deadline(at, service, ServiceState.BURN)));
    turn.ifPresent(at -> deadlines.add(new Deadline(at, service, ServiceState.GATES)));
    noise.ifPresent(at -> deadlines.add(new Deadline(at, service, ServiceState.NOISE)));
    card.ifPresent(at -> deadlines.add(new Deadline(at, service, ServiceState.SCORECARD)));
    Collections.sort(deadlines);
    return deadlines;
  }

  byte[] write() {
    return new ByteSink(32)
        .number(PULSE_3)
        .instant(clock)
        .optional(turn.orElse(null), ByteSink::instant)
        .optional(card.orElse(null), ByteSink::instant)
        .optional(burn.orElse(null), ByteSink::instant)
        .optional(noise.orElse(null), ByteSink::instant)
        .bytes();
  }

  static Pulse read(byte[] bytes) {
    int format = new ByteSource(bytes).size();
    boolean known = format == PULSE_1 || format == PULSE_2;
    ByteSource in = StateCodec.of(bytes, known ? format : PULSE_3, "service clock");
    return new Pulse(
        in.instant(),
        Optional.ofNullable(in.optional(ByteSource::instant)),
        Optional.ofNullable(in.optional(ByteSource::instant)),
        format < PULSE_2 ? Optional.empty() : Optional.ofNullable(in.optional(ByteSource::instant)),
        format < PULSE_3
            ? Optional.empty()
            : Optional.ofNullable(in.optional(ByteSource::instant)));
  }
}
