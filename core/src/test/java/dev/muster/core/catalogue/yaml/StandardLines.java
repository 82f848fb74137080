package dev.muster.core.catalogue.yaml;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.AnyOf;
import dev.muster.core.catalogue.Requirement.Each;
import dev.muster.core.catalogue.Requirement.Entry;
import dev.muster.core.catalogue.Requirement.Freshness;
import dev.muster.core.catalogue.Requirement.Judged;
import dev.muster.core.catalogue.Requirement.MatchField;
import dev.muster.core.catalogue.Requirement.Scope;
import dev.muster.core.catalogue.Requirement.Single;
import dev.muster.core.catalogue.Standard;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Standards and checks in lines that a person can compare with a page. */
final class StandardLines {
  private static final Map<Duration, String> CADENCES =
      Map.of(
          Duration.ofDays(9), "weekly",
          Duration.ofDays(35), "monthly",
          Duration.ofDays(100), "quarterly",
          Duration.ofDays(190), "half-yearly",
          Duration.ofDays(395), "yearly");

  private StandardLines() {}

  static String of(Standard standard) {
    String levels = standard.levels().size() > 1 ? " levels " + standard.levels() : "";
    String sequence = standard.sequence() ? " in sequence" : "";
    return "%s: %s%s%s%n"
            .formatted(standard.id(), standard.title(), levels, sequence)
            .replace(System.lineSeparator(), "\n")
        + standard.gates().stream().map(StandardLines::gate).collect(Collectors.joining());
  }

  private static String gate(Gate gate) {
    String category = gate.category() == null ? "" : gate.category() + " / ";
    return "  "
        + category
        + gate.id()
        + traits(gate.traits())
        + level(gate.level())
        + (gate.waivable() ? "" : " not waivable")
        + '\n'
        + gate.requires().stream()
            .map(
                one -> "    " + requirement(one) + traits(one.traits()) + level(one.level()) + '\n')
            .collect(Collectors.joining());
  }

  private static String requirement(Requirement requirement) {
    if (requirement instanceof AnyOf any) {
      return any.alternatives().stream()
          .map(all -> all.stream().map(StandardLines::single).collect(Collectors.joining(" and ")))
          .collect(Collectors.joining(" | or "));
    }
    return single((Single) requirement);
  }

  private static String single(Single single) {
    String scope = scope(single.scope());
    if (single instanceof Judged judged) {
      return judged.question() + scope;
    }
    Entry entry = (Entry) single;
    Map<MatchField, Set<String>> match = new TreeMap<>();
    entry.match().forEach((field, values) -> match.put(field, new TreeSet<>(values)));
    match.remove(MatchField.CHECK);
    String what =
        entry.match().containsKey(MatchField.CHECK)
            ? String.join("", entry.match().getOrDefault(MatchField.CHECK, Set.of()))
            : entry.type().name().toLowerCase(Locale.ROOT);
    String each =
        entry.each() == Each.DATASET || entry.each() == Each.DATABASE
            ? "each " + entry.each().name().toLowerCase(Locale.ROOT) + ": "
            : "";
    return each
        + what
        + (match.isEmpty() ? "" : " " + match)
        + ' '
        + freshness(entry.freshness())
        + (entry.machineOnly() ? " !m" : "")
        + scope
        + (entry.must() == null ? "" : " where " + entry.must());
  }

  private static String freshness(Freshness freshness) {
    if (freshness instanceof Freshness.Newest newest) {
      return cadence(newest.limit());
    }
    if (freshness instanceof Freshness.Within within) {
      return "one within " + days(within.limit());
    }
    if (freshness instanceof Freshness.NoneWithin none) {
      return "none within " + days(none.limit());
    }
    int times = ((Freshness.WithinRpo) freshness).times();
    return "one within " + (times == 1 ? "" : times + " x ") + "rpo";
  }

  private static String cadence(Duration limit) {
    return CADENCES.getOrDefault(limit, days(limit));
  }

  private static String days(Duration limit) {
    return limit.toDays() + " d";
  }

  private static String traits(Set<String> traits) {
    return traits.isEmpty() ? "" : " " + new TreeSet<>(traits);
  }

  private static String level(@Nullable String level) {
    return level == null ? "" : " from " + level;
  }

  private static String scope(Scope scope) {
    return scope == Scope.SERVICE ? "" : " (" + scope.name().toLowerCase(Locale.ROOT) + ")";
  }

  static String of(Check check) {
    StringBuilder lines = new StringBuilder();
    lines
        .append(check.id())
        .append(scope(check.scope()))
        .append(check.proof() == Check.Proof.MACHINE ? " !m" : "")
        .append(check.reportNeeded() ? " with report" : "")
        .append(": ")
        .append(check.question())
        .append('\n');
    new TreeMap<>(check.values())
        .forEach(
            (name, unit) ->
                lines.append("  ").append(name).append(" = ").append(unit).append('\n'));
    check.statements().forEach(one -> lines.append("  says: ").append(one).append('\n'));
    lines.append("  from: ").append(String.join(" · ", check.producers())).append('\n');
    return lines.toString();
  }
}
