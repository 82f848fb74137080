package dev.muster.streams.replay;

import dev.muster.core.catalogue.Catalogue;
import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.yaml.CatalogueCodec;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.streams.admit.Received;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the log's catalogue said.
 *
 * @param services each version of each service
 * @param standards the newest of each id
 * @param checks the newest
 */
public record Known(Set<Service> services, List<Standard> standards, List<Check> checks) {

  /** Of all services there ever were. */
  public SortedSet<String> names() {
    return services.stream().map(Service::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /** For readers of what is to be tried beside it. */
  public Catalogue catalogue() {
    return new Catalogue(List.copyOf(services), standards, checks);
  }

  /** Collects it from the log, in the order of time. */
  static final class Reading {
    private final Set<Service> services = new LinkedHashSet<>();
    private final SortedMap<String, Standard> standards = new TreeMap<>();
    private List<Check> checks = List.of();

    void take(LogRecord record) {
      if (record.value() instanceof Received.Intact intact
          && intact.record() instanceof CatalogEntry entry) {
        try {
          take(entry);
        } catch (IllegalArgumentException unreadable) {
          // Streams refused it as well.
        }
      }
    }

    private void take(CatalogEntry entry) {
      switch (entry.getKind()) {
        case SERVICE -> services.add(CatalogueCodec.readService(entry.getDocument()));
        case STANDARD ->
            standards.put(entry.getId(), CatalogueCodec.readStandard(entry.getDocument()));
        case CHECKS -> checks = CatalogueCodec.readChecks(entry.getDocument());
        case UNKNOWN -> {
          // Of a newer version; it means nothing here yet.
        }
      }
    }

    Known known() {
      return new Known(services, List.copyOf(standards.values()), checks);
    }
  }
}
