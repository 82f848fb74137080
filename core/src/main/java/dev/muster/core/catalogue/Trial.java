package dev.muster.core.catalogue;

import dev.muster.core.slo.Slo;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is tried in place of what a catalogue says.
 *
 * @param slos by service: each replaces the one of its name, or is added
 * @param standards by id: each replaces that of its id wherever a service is held to it
 * @param hashes of the standards, by id
 */
public record Trial(
    SortedMap<String, List<Slo>> slos,
    SortedMap<String, Standard> standards,
    Map<String, String> hashes) {

  /** The service as it would have been. */
  public Service of(Service service) {
    List<Slo> tried = slos.getOrDefault(service.name(), List.of());
    SortedMap<String, Slo> promised = new TreeMap<>();
    service.slos().forEach(slo -> promised.put(slo.name(), slo));
    tried.forEach(slo -> promised.put(slo.name(), slo));
    return service
        .promising(List.copyOf(promised.values()))
        .heldTo(service.standards().stream().map(this::of).toList());
  }

  private StandardUse of(StandardUse use) {
    String hash = hashes.get(use.id());
    return hash == null ? use : new StandardUse(use.id(), hash, use.level(), use.from());
  }
}
