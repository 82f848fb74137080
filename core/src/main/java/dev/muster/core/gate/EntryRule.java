package dev.muster.core.gate;

import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.catalogue.Requirement.MatchField;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entry, compiled for one service.
 *
 * @param applies whether the service has its traits
 * @param must absent when the outcome is enough
 */
record EntryRule(Requirement.Single single, boolean applies, @Nullable Must must) {

  /**
   * Whether an event could change where it stands.
   *
   * @param scansWait whether a deployment could make a scan count
   */
  boolean reads(Evidence event, Requirement.Scope from, boolean scansWait) {
    if (!(single instanceof Requirement.Entry entry)
        || (from != Requirement.Scope.SERVICE && from != entry.scope())) {
      return false;
    }
    StreamKey stream = event.stream();
    if (stream.type() != entry.type()) {
      return scansWait && entry.type() == EvidenceType.SCAN && stream.type() == EvidenceType.DEPLOY;
    }
    return switch (entry.type()) {
      case SCAN -> names(entry, MatchField.CHECK, stream.name());
      case BACKUP -> names(entry, MatchField.OPERATION, stream.name());
      case DEPLOY -> true;
    };
  }

  private static boolean names(Requirement.Entry entry, MatchField field, String name) {
    Set<String> wanted = entry.match().get(field);
    return wanted == null || wanted.contains(name);
  }
}
