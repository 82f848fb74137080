package dev.muster.core.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a gate asks for: one entry, or any of several. */
public sealed interface Requirement {

  /** The level from which it is asked, absent means the gate's own. */
  @Nullable String level();

  /** Asked only of services with all of these. */
  Set<String> traits();

  /**
   * Evidence that must be there.
   *
   * @param match which events it reads: by field, any of the values
   * @param must CEL over the chosen event, absent when its outcome is enough
   * @param machineOnly never satisfied by a person's word
   */
  record Entry(
      EvidenceType type,
      Map<MatchField, Set<String>> match,
      @Nullable String must,
      Freshness freshness,
      Scope scope,
      boolean machineOnly,
      @Nullable String level,
      Set<String> traits)
      implements Requirement {
    public Entry {
      match = Map.copyOf(match);
      traits = Set.copyOf(traits);
    }
  }

  /** Holds when one alternative holds; an alternative is a list of which all must hold. */
  record AnyOf(List<List<Entry>> alternatives, @Nullable String level, Set<String> traits)
      implements Requirement {
    public AnyOf {
      alternatives = alternatives.stream().map(List::copyOf).toList();
      traits = Set.copyOf(traits);
      if (alternatives.isEmpty()) {
        throw new IllegalArgumentException("need at least one alternative in anyOf");
      }
    }
  }

  /** What kind of record proves it. */
  enum EvidenceType {
    SCAN,
    BACKUP,
    DEPLOY,
    ALERT,
    SLO,
    REVIEW
  }

  /** The closed list of fields a {@code match} can name. */
  enum MatchField {
    CHECK,
    TARGET,
    OPERATION,
    DATASET,
    ENVIRONMENT,
    OUTCOME,
    TRIGGER,
    STRATEGY,
    SCOPE,
    VERIFIED_BY
  }

  /** Whose evidence it is: the service's own, or that of what it belongs to. */
  enum Scope {
    SERVICE,
    ROTATION,
    SYSTEM,
    ORG
  }

  /** How old the evidence may be. */
  sealed interface Freshness {
    /** The newest decides, and is good for this long from its own time. At most 395 days. */
    record Newest(Duration limit) implements Freshness {
      public Newest {
        if (limit.isNegative() || limit.isZero() || limit.compareTo(MAX) > 0) {
          throw new IllegalArgumentException(
              "need a freshness above 0 and up to 395 d, got " + limit);
        }
      }
    }

    /** One success inside is enough, whatever failed in between. */
    record Within(Duration limit) implements Freshness {}

    /** As {@link Within}, with a multiple of the dataset's own recovery point objective. */
    record WithinRpo(int times) implements Freshness {}

    /** A year and a month's grace. */
    Duration MAX = Duration.ofDays(395);
  }
}
