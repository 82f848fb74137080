package dev.muster.core.slo;

import java.time.Instant;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where an SLO stands: what is told of it, and what is remembered to tell the next.
 *
 * @param health how it is doing
 * @param healthSince since when
 * @param call where its alert stands
 * @param holding which of its rules hold, shadow ones too
 * @param since when one of these became another
 * @param revision counts what was told of it; never reset, so that none is used twice with one
 *     since
 * @param silence what it lacks
 */
public record BurnStanding(
    Health health,
    Instant healthSince,
    Call call,
    BitSet holding,
    Instant since,
    long revision,
    Silence silence) {

  /**
   * Since when it waits for a sample. A sample that is as old when it comes ends neither: at no
   * instant was there one that was not.
   *
   * @param late since one sample should have come; an open alert is frozen from then on
   * @param lost since two should have; nothing is known from then on
   */
  public record Silence(@Nullable Instant late, @Nullable Instant lost) {
    static final Silence NONE = new Silence(null, null);
  }

  /** The alert's tier while it is open. */
  public Optional<Tier> tier() {
    return call instanceof Call.Open open ? Optional.of(open.tier()) : Optional.empty();
  }

  BurnStanding with(Silence now) {
    return new BurnStanding(health, healthSince, call, holding, since, revision, now);
  }

  BurnStanding with(BitSet kept) {
    return new BurnStanding(health, healthSince, call, kept, since, revision, silence);
  }

  /** What it becomes at an instant, told or not. */
  BurnStanding becoming(Health now, Call callNow, BitSet holdingNow, Instant at) {
    return new BurnStanding(
        now, now == health ? healthSince : at, callNow, holdingNow, at, revision + 1, silence);
  }

  /** The same, told by another definition. */
  BurnStanding again() {
    return new BurnStanding(health, healthSince, call, holding, since, revision + 1, silence);
  }

  /** As if the last word on it had not been said. */
  BurnStanding unsaid() {
    return new BurnStanding(health, healthSince, call, holding, since, revision - 1, silence);
  }

  /** Counts on where another ended. */
  BurnStanding after(BurnStanding before) {
    return new BurnStanding(
        health, healthSince, call, holding, since, before.revision + 1, silence);
  }

  /** Whether the same would be told. */
  boolean saysAs(BurnStanding other) {
    return health == other.health && call.equals(other.call) && holding.equals(other.holding);
  }
}
