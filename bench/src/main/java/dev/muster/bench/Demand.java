package dev.muster.bench;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.Entry;
import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.catalogue.Requirement.Freshness;
import dev.muster.core.catalogue.Requirement.MatchField;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.yaml.CatalogueReader;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A check that gates ask for, and with which values it passes all of them.
 *
 * @param fresh how long it is good for at the strictest gate
 */
record Demand(Check check, Duration fresh) {
  /** Of all others zero is good. */
  private static final Map<String, Double> GOOD =
      Map.ofEntries(
          Map.entry("automaticRollback", 1.0),
          Map.entry("commands", 1.0),
          Map.entry("dependenciesFailed", 1.0),
          Map.entry("engineers", 5.0),
          Map.entry("failuresCovered", 3.0),
          Map.entry("horizontal", 1.0),
          Map.entry("immutable", 1.0),
          Map.entry("incidentsCovered", 12.0),
          Map.entry("layers", 3.0),
          Map.entry("peakRatio", 1.5),
          Map.entry("primary", 1.0),
          Map.entry("requiredChecks", 2.0),
          Map.entry("retentionDays", 365.0),
          Map.entry("rotationDays", 7.0),
          Map.entry("secondary", 1.0),
          Map.entry("tests", 900.0),
          Map.entry("thirdParty", 1.0));

  /** Each check once, in the order of names. */
  static List<Demand> of(Collection<Standard> standards) {
    Map<String, Duration> fresh = new TreeMap<>();
    standards.stream()
        .flatMap(standard -> standard.gates().stream())
        .flatMap(gate -> gate.requires().stream())
        .flatMap(Demand::entries)
        .filter(entry -> entry.type() == EvidenceType.SCAN)
        .forEach(
            entry ->
                entry
                    .match()
                    .getOrDefault(MatchField.CHECK, Set.of())
                    .forEach(check -> fresh.merge(check, limit(entry), Demand::shorter)));
    return CatalogueReader.builtIn().checks().stream()
        .flatMap(check -> of(check, fresh.get(check.id())).stream())
        .toList();
  }

  private static Optional<Demand> of(Check check, @Nullable Duration fresh) {
    return Optional.ofNullable(fresh).map(limit -> new Demand(check, limit));
  }

  private static Stream<Entry> entries(Requirement requirement) {
    Stream<? extends Requirement> all =
        requirement instanceof Requirement.AnyOf any
            ? any.alternatives().stream().flatMap(List::stream)
            : Stream.of(requirement);
    return all.filter(Entry.class::isInstance).map(Entry.class::cast);
  }

  private static Duration limit(Entry entry) {
    return entry.freshness() instanceof Freshness.Newest newest ? newest.limit() : Freshness.MAX;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  Map<String, Double> goodValues() {
    Map<String, Double> values = new TreeMap<>();
    check.values().keySet().forEach(name -> values.put(name, GOOD.getOrDefault(name, 0.0)));
    return values;
  }
}
