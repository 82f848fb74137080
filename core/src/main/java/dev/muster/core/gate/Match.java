package dev.muster.core.gate;

import dev.muster.core.catalogue.Names;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.MatchField;
import dev.muster.core.catalogue.Service;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which events an entry reads. */
final class Match {
  private static final Set<MatchField> PLACES =
      Set.of(
          MatchField.CHECK,
          MatchField.TARGET,
          MatchField.OPERATION,
          MatchField.DATASET,
          MatchField.ENVIRONMENT);

  private Match() {}

  /** Whether an event has all that the entry names. */
  static boolean all(Requirement.Entry entry, Evidence event, Service service) {
    for (Map.Entry<MatchField, Set<String>> wanted : entry.match().entrySet()) {
      if (!one(wanted.getKey(), wanted.getValue(), event, service)) {
        return false;
      }
    }
    return true;
  }

  /** Whether an event is of the place an entry looks at, whatever was done there and how. */
  static boolean place(Requirement.Entry entry, Evidence event, Service service) {
    return entry.match().entrySet().stream()
        .filter(wanted -> PLACES.contains(wanted.getKey()))
        .allMatch(wanted -> one(wanted.getKey(), wanted.getValue(), event, service));
  }

  private static boolean one(
      MatchField field, Set<String> wanted, Evidence event, Service service) {
    String value = value(field, event, service);
    if (value == null) {
      return false;
    }
    return switch (field) {
      case ENVIRONMENT -> wanted.stream().anyMatch(name -> Environments.isOf(name, service, value));
      case TARGET, DATASET -> wanted.stream().anyMatch(name -> Names.matches(name, value));
      default -> wanted.contains(value);
    };
  }

  private static @Nullable String value(MatchField field, Evidence event, Service service) {
    String word =
        switch (field) {
          case CHECK -> "check";
          case TARGET -> "target";
          case OPERATION -> "operation";
          case DATASET -> "";
          case ENVIRONMENT -> "environment";
          case OUTCOME -> "outcome";
          case TRIGGER -> "trigger";
          case STRATEGY -> "strategy";
          case SCOPE -> "scope";
          case VERIFIED_BY -> "verifiedBy";
        };
    if (field == MatchField.DATASET) {
      return event instanceof BackupEvidence backup ? backup.dataset() : null;
    }
    return (String) new EventFacts(event, service, null, null).find(word).orElse(null);
  }
}
