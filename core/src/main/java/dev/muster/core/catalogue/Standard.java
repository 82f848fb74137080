package dev.muster.core.catalogue;

import java.util.List;

/**
 * A readiness standard: a list of gates.
 *
 * @param levels lowest first; a service asking for a level is held to it and all before it; at
 *     least one
 */
public record Standard(String id, String title, List<String> levels, List<Gate> gates) {
  public Standard {
    Names.requireId("standard", id);
    if (levels.isEmpty()) {
      throw new IllegalArgumentException("need at least one level in standard " + id);
    }
    levels = List.copyOf(levels);
    gates = List.copyOf(gates);
  }
}
