package dev.muster.core.gate;

import dev.muster.core.catalogue.Requirement;
import java.time.Instant;
import java.util.List;

/**
 * Where one requirement of a gate stands.
 *
 * @param level index of the level from which it is asked
 * @param asked whether the service is held to that level
 * @param parts the findings it is made of, one for each dataset or target
 */
public record EntryStanding(
    Requirement requirement,
    int level,
    boolean asked,
    Finding finding,
    Instant since,
    List<Finding> parts) {
  public EntryStanding {
    parts = List.copyOf(parts);
  }

  /** Its status. */
  public Status status() {
    return finding.status();
  }
}
