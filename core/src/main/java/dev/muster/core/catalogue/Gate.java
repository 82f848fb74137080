package dev.muster.core.catalogue;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One point of a standard: every requirement must hold.
 *
 * @param category heading within the standard, absent for none
 * @param level the lowest level it belongs to; absent means the standard's lowest
 * @param traits applies only to services with all of these
 * @param risk what a missing proof costs
 * @param remedy what to do
 * @param effort a word on how long that takes
 */
public record Gate(
    String id,
    @Nullable String category,
    @Nullable String level,
    Set<String> traits,
    boolean waivable,
    String risk,
    String remedy,
    String effort,
    List<Requirement> requires) {
  public Gate {
    Names.requireId("gate", id);
    traits = Set.copyOf(traits);
    requires = List.copyOf(requires);
  }
}
