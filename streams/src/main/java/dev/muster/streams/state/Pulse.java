package dev.muster.streams.state;

import java.time.Instant;
import java.util.Optional;

/**
 * What every record of a service reads and moves: its clock, and when something next falls due.
 * Apart from the {@link ServiceState}, which is large and changes seldom.
 *
 * @param clock the greatest received time or deadline judged
 * @param turn when a gate may turn by itself
 * @param card when a scorecard held back is due
 */
record Pulse(Instant clock, Optional<Instant> turn, Optional<Instant> card) {
  private static final int PULSE_1 = 1;

  static Pulse of(ServiceState state) {
    return new Pulse(state.clock(), state.turn(), state.emission().pending());
  }

  Pulse at(Instant instant) {
    return instant.isAfter(clock) ? new Pulse(instant, turn, card) : this;
  }

  /** Whether something has to be said before a record of this instant. */
  boolean isDue(Instant at, boolean cards) {
    return isDue(turn, at) || (cards && isDue(card, at));
  }

  private static boolean isDue(Optional<Instant> due, Instant at) {
    return due.isPresent() && !due.get().isAfter(at);
  }

  byte[] write() {
    return new ByteSink(32)
        .number(PULSE_1)
        .instant(clock)
        .optional(turn.orElse(null), ByteSink::instant)
        .optional(card.orElse(null), ByteSink::instant)
        .bytes();
  }

  static Pulse read(byte[] bytes) {
    ByteSource in = StateCodec.of(bytes, PULSE_1, "service clock");
    return new Pulse(
        in.instant(),
        Optional.ofNullable(in.optional(ByteSource::instant)),
        Optional.ofNullable(in.optional(ByteSource::instant)));
  }
}
