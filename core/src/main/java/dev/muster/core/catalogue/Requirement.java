package dev.muster.core.catalogue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a gate asks for: one thing, or any of several. */
public sealed interface Requirement {

  /** The level from which it is asked, absent means the gate's own. */
  @Nullable String level();

  /** Asked only of services with all of these. */
  Set<String> traits();

  /** What one event, or one judgement, can answer alone. */
  sealed interface Single extends Requirement {

    /** Whose it is: the service's own, or that of what it belongs to. */
    Scope scope();
  }

  /**
   * Evidence that must be there.
   *
   * @param match which events it reads: by field, any of the values; an environment is named by its
   *     class ({@code production}), never by its own name
   * @param must CEL over the chosen event, absent when its outcome is enough
   * @param machineOnly never satisfied by a person's word
   * @param each what must be proven one by one
   */
  record Entry(
      EvidenceType type,
      Map<MatchField, Set<String>> match,
      @Nullable String must,
      Freshness freshness,
      Scope scope,
      boolean machineOnly,
      Each each,
      @Nullable String level,
      Set<String> traits)
      implements Single {
    public Entry {
      match =
          match.entrySet().stream()
              .collect(
                  Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Set.copyOf(e.getValue())));
      traits = Set.copyOf(traits);
    }
  }

  /** What other judgements must say: of alerts, SLOs and reviews. */
  record Judged(Question question, Scope scope, @Nullable String level, Set<String> traits)
      implements Single {
    public Judged {
      traits = Set.copyOf(traits);
    }
  }

  /** Holds when one alternative holds; an alternative is a list of which all must hold. */
  record AnyOf(List<List<Single>> alternatives, @Nullable String level, Set<String> traits)
      implements Requirement {
    public AnyOf {
      alternatives = alternatives.stream().map(List::copyOf).toList();
      traits = Set.copyOf(traits);
      if (alternatives.isEmpty()) {
        throw new IllegalArgumentException("need at least one alternative in anyOf");
      }
    }
  }

  /** What kind of event proves it. */
  enum EvidenceType {
    SCAN,
    BACKUP,
    DEPLOY
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

  /** What must be proven one by one. */
  enum Each {
    /** Nothing: one proof for the service (deploys). */
    SERVICE,
    /** Each target declared for the check, else each one seen (scans). */
    TARGET,
    /** Each dataset (backups). */
    DATASET,
    /** Each dataset that is a database, told by the target (scans of databases). */
    DATABASE
  }

  /** How old the evidence may be. */
  sealed interface Freshness {
    /** The newest decides, and is good for this long from its own time. At most 395 days. */
    record Newest(Duration limit) implements Freshness {
      public Newest {
        requireSane(limit);
      }
    }

    /** One success inside is enough, whatever failed in between. */
    record Within(Duration limit) implements Freshness {
      public Within {
        requireSane(limit);
      }
    }

    /** As {@link Within}, with a multiple of the dataset's own recovery point objective. */
    record WithinRpo(int times) implements Freshness {
      public WithinRpo {
        if (times < 1) {
          throw new IllegalArgumentException("need times >= 1, got " + times);
        }
      }
    }

    /** The other way round: an event inside contradicts, none proves. */
    record NoneWithin(Duration limit) implements Freshness {
      public NoneWithin {
        requireSane(limit);
      }
    }

    /** A year and a month's grace. */
    Duration MAX = Duration.ofDays(395);

    private static void requireSane(Duration limit) {
      if (limit.isNegative() || limit.isZero() || limit.compareTo(MAX) > 0) {
        throw new IllegalArgumentException(
            "need a freshness above 0 and up to 395 d, got " + limit);
      }
    }
  }
}
