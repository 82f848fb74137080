package dev.muster.core.gate;

import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.MatchField;
import dev.muster.core.catalogue.Requirement.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  /** The streams that an entry reads: of its scope, and always the service's own. */
  List<EvidenceStream> read(Requirement.Entry entry) {
    Set<String> names = names(entry);
    List<EvidenceStream> streams = new ArrayList<>();
    own.read(entry.type(), names, streams);
    EvidenceShelf more = shared.get(entry.scope());
    if (more != null) {
      more.read(entry.type(), names, streams);
    }
    return streams;
  }

  /** Those an entry chooses by; absent: any. */
  private static @Nullable Set<String> names(Requirement.Entry entry) {
    return switch (entry.type()) {
      case SCAN -> entry.match().get(MatchField.CHECK);
      case BACKUP -> entry.match().get(MatchField.OPERATION);
      case DEPLOY -> null;
    };
  }
}
