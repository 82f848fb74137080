package dev.muster.core.catalogue;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is on call.
 *
 * @param zone whose clock its weeks and hours follow
 * @param pagesFrom the source that is the authority for its pages; absent means Alertmanager's
 *     groups
 * @param hours its own sleeping and business hours; absent means the usual ones
 * @param layers those who take turns, each with a zone of its own; none means one zone for all
 */
public record Rotation(
    String name,
    String team,
    ZoneId zone,
    @Nullable String pagesFrom,
    @Nullable Hours hours,
    List<Layer> layers) {
  public Rotation {
    Names.requireId("rotation", name);
    layers = List.copyOf(layers);
  }

  /** A part of the rotation in another place. */
  public record Layer(String name, ZoneId zone) {}

  /** Daily hours in the zone's own clock; a span may pass midnight. */
  public record Hours(Span sleep, Span business) {}

  /** From, inclusive, to, exclusive. */
  public record Span(LocalTime from, LocalTime to) {}
}
