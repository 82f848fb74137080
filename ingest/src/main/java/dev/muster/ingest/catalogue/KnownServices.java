package dev.muster.ingest.catalogue;

import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.SourceRule;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The services of the catalogue at one moment, and the checks that standards ask for.
 *
 * @param services by id
 * @param checks empty when they were not read yet
 */
public record KnownServices(Map<String, Service> services, Set<String> checks) {
  public static final KnownServices NONE = new KnownServices(Map.of(), Set.of());

  public KnownServices {
    services = Map.copyOf(services);
    checks = Set.copyOf(checks);
  }

  /** The service whose entry says that {@code tool} names it so; the first by id. */
  public Optional<String> named(String tool, Map<String, String> keys) {
    return services.values().stream()
        .filter(service -> service.sources().stream().anyMatch(rule -> fits(rule, tool, keys)))
        .map(Service::name)
        .sorted()
        .findFirst();
  }

  private static boolean fits(SourceRule rule, String tool, Map<String, String> keys) {
    return rule.tool().equals(tool)
        && !rule.keys().isEmpty()
        && keys.entrySet().containsAll(rule.keys().entrySet());
  }
}
