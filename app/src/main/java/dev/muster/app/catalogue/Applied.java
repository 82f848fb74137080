package dev.muster.app.catalogue;

import dev.muster.schemas.record.CatalogKind;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was applied before: the newest document of each service, standard, and of the checks. */
final class Applied {
  private final Map<CatalogKind, SortedMap<String, Entry>> newest = new TreeMap<>();

  void put(Entry entry) {
    newest.computeIfAbsent(entry.kind(), kind -> new TreeMap<>()).put(entry.id(), entry);
  }

  /** A service was taken out. */
  void remove(String service) {
    newest.getOrDefault(CatalogKind.SERVICE, new TreeMap<>()).remove(service);
  }

  Optional<Entry> newest(CatalogKind kind, String id) {
    return Optional.ofNullable(newest.getOrDefault(kind, new TreeMap<>()).get(id));
  }

  SortedSet<String> services() {
    return new TreeSet<>(newest.getOrDefault(CatalogKind.SERVICE, new TreeMap<>()).keySet());
  }
}
