package dev.muster.core.catalogue;

import java.util.List;

/**
 * All that is known before any event: every reference holds, every service is resolved.
 *
 * @param services ordered by name
 * @param standards ordered by id, the built-in ones included
 * @param checks ordered by id, the built-in ones included
 */
public record Catalogue(List<Service> services, List<Standard> standards, List<Check> checks) {
  public Catalogue {
    services = List.copyOf(services);
    standards = List.copyOf(standards);
    checks = List.copyOf(checks);
  }
}
