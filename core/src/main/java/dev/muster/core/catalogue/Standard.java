package dev.muster.core.catalogue;

import java.util.List;

/**
 * A readiness standard: a list of gates.
 *
 * @param levels lowest first; a service asking for a level is held to it and all before it; at
 *     least one
 * @param sequence whether its gates are to be passed in their order, so that there is a next one
 */
public record Standard(
    String id, String title, List<String> levels, boolean sequence, List<Gate> gates) {
  public Standard {
    Names.requireId("standard", id);
    if (levels.isEmpty()) {
      throw new IllegalArgumentException("need at least one level in standard " + id);
    }
    levels = List.copyOf(levels);
    gates = List.copyOf(gates);
  }

  /** What a service is held to where it names no level. */
  public String highestLevel() {
    return levels.get(levels.size() - 1);
  }
}
