package dev.muster.core.gate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What other judgements say of a service, in figures that gates are judged by.
 *
 * @param since from when on they say so; how a gate stood before, its mark remembers
 * @param alerts of the service, and the weeks of its rotation; absent: nothing brings them yet
 * @param slos of the service; absent: nothing brings them yet
 * @param reviews of its rotation; absent: nothing brings them yet
 */
public record Figures(
    Instant since,
    @Nullable AlertFigures alerts,
    @Nullable SloFigures slos,
    @Nullable ReviewFigures reviews) {

  /** Nothing brings any. */
  public static final Figures NONE = new Figures(Instant.MIN, null, null, null);
}
