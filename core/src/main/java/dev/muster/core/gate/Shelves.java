package dev.muster.core.gate;

import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.catalogue.Requirement.Scope;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The evidence a service is judged by: its own, and that of what it belongs to; and which of its
 * gates somebody answers for.
 *
 * @param shared by scope; a scope that the service has not, or of which nothing was seen, is absent
 * @param figures what alerts, SLOs and reviews say of it
 */
public record Shelves(
    EvidenceShelf own, Map<Scope, EvidenceShelf> shared, Waivers waivers, Figures figures) {
  public Shelves {
    shared = Map.copyOf(shared);
  }

  /** While nothing brings figures. */
  public Shelves(EvidenceShelf own, Map<Scope, EvidenceShelf> shared, Waivers waivers) {
    this(own, shared, waivers, Figures.NONE);
  }

  /** Its own alone, nothing waived. */
  public static Shelves of(EvidenceShelf own) {
    return new Shelves(own, Map.of(), Waivers.NONE);
  }

  /** The streams of a type that an entry of this scope reads: always the service's own too. */
  Stream<EvidenceStream> read(Scope scope, EvidenceType type) {
    EvidenceShelf more = shared.get(scope);
    return more == null ? own.of(type) : Stream.concat(own.of(type), more.of(type));
  }
}
