package dev.muster.sink.past;

import dev.muster.core.catalogue.Lifecycle;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.StandardUse;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.schemas.record.CatalogKind;
import dev.muster.sink.view.Held;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** When services were held to one standard, folded from the catalogue's log. */
final class Holdings {
  private final EvidenceQuery query;
  private final SortedMap<String, List<Holding>> byService = new TreeMap<>();

  /**
   * A span in which one text of the standard was in force for a service.
   *
   * @param to empty: it still is
   */
  record Holding(Instant from, Optional<Instant> to, String hash) {
    boolean covers(Instant instant) {
      return !instant.isBefore(from) && to.map(instant::isBefore).orElse(true);
    }

    private Holding until(Instant end) {
      return new Holding(from, Optional.of(end), hash);
    }
  }

  Holdings(EvidenceQuery query) {
    this.query = query;
  }

  /** The next entry of the log. */
  void take(Held<CatalogEntry> held) {
    CatalogEntry entry = held.value();
    if (entry != null && entry.getKind() != CatalogKind.SERVICE) {
      return;
    }
    Optional<String> hash =
        entry == null ? Optional.empty() : hash(CatalogueEntries.service(entry));
    List<Holding> all = byService.computeIfAbsent(held.key(), any -> new ArrayList<>());
    Optional<Holding> last =
        all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    Optional<Holding> open = last.filter(holding -> holding.to().isEmpty());
    if (open.map(Holding::hash).equals(hash)) {
      return;
    }
    open.ifPresent(holding -> all.set(all.size() - 1, holding.until(held.at())));
    hash.ifPresent(text -> all.add(new Holding(held.at(), Optional.empty(), text)));
  }

  private Optional<String> hash(Service service) {
    boolean asked =
        service.lifecycle() != Lifecycle.RETIRED
            && query.system().map(name -> name.equals(service.system())).orElse(true);
    return service.standards().stream()
        .filter(use -> asked && use.id().equals(query.standard()))
        .map(StandardUse::hash)
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** Services that were held to it in the span asked for. */
  List<String> services() {
    return byService.entrySet().stream()
        .filter(
            one ->
                one.getValue().stream()
                    .anyMatch(holding -> query.touches(holding.from(), holding.to())))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The one that covers an instant. */
  Optional<Holding> at(String service, Instant instant) {
    return of(service).stream().filter(holding -> holding.covers(instant)).findFirst();
  }

  /** When the service was let go of next; empty: never. */
  Optional<Instant> end(String service, Instant after) {
    Optional<Instant> end = Optional.empty();
    for (Holding holding : of(service)) {
      boolean goesOn = end.map(holding.from()::equals).orElse(false);
      if (goesOn || holding.covers(after)) {
        end = holding.to();
      }
    }
    return end;
  }

  private List<Holding> of(String service) {
    return byService.getOrDefault(service, List.of());
  }
}
