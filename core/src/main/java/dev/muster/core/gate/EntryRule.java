package dev.muster.core.gate;

import dev.muster.core.catalogue.Dataset;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.catalogue.Requirement.Freshness;
import dev.muster.core.catalogue.Requirement.MatchField;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One entry, compiled for one service.
 *
 * @param applies whether the service has its traits
 * @param must absent when the outcome is enough
 * @param what the check, the operation, or what else it is about, for sentences
 * @param span where no dataset has its own; absent where it asks for no evidence
 */
record EntryRule(
    Requirement.Single single,
    boolean applies,
    @Nullable Must must,
    String what,
    @Nullable Span span) {

  static EntryRule of(Requirement.Single single, boolean applies, @Nullable Must must) {
    return single instanceof Requirement.Entry entry
        ? new EntryRule(single, applies, must, what(entry), Span.of(entry.freshness(), null))
        : new EntryRule(single, applies, must, "", null);
  }

  private static String what(Requirement.Entry entry) {
    return switch (entry.type()) {
      case SCAN -> named(entry, MatchField.CHECK, "check");
      case BACKUP -> named(entry, MatchField.OPERATION, "backup");
      case DEPLOY -> "deploy";
    };
  }

  private static String named(Requirement.Entry entry, MatchField field, String otherwise) {
    Set<String> names = entry.match().getOrDefault(field, Set.of(otherwise));
    return String.join(" or ", new TreeSet<>(names)).toLowerCase(Locale.ROOT);
  }

  /** How long what an entry reads is good for. */
  Span span(Requirement.Entry entry, @Nullable Dataset dataset) {
    return span == null || (dataset != null && entry.freshness() instanceof Freshness.WithinRpo)
        ? Span.of(entry.freshness(), dataset)
        : span;
  }

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
