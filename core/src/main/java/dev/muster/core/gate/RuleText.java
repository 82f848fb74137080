package dev.muster.core.gate;

import dev.muster.core.Sha256;
import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.MatchField;
import dev.muster.core.catalogue.Service;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a gate's rule says, the same text on every machine, so that a change of it shows. */
final class RuleText {
  private final StringBuilder text = new StringBuilder();

  private RuleText() {}

  /** SHA-256 in hex of a gate's rule and of all it reads of the service. */
  static String hash(
      Gate gate, int asked, List<String> levels, Service service, Map<String, Check> checks) {
    RuleText rule = new RuleText();
    rule.line("gate", gate.id(), String.valueOf(gate.level()), asked, levels);
    rule.line("traits", new TreeSet<>(gate.traits()), new TreeSet<>(service.traits()));
    Set<Requirement.Single> singles = new LinkedHashSet<>();
    for (Requirement requirement : gate.requires()) {
      rule.requirement(requirement, singles);
    }
    for (Requirement.Single single : singles) {
      rule.facts(single, service, checks);
    }
    return Sha256.hex(rule.text.toString());
  }

  private void requirement(Requirement requirement, Set<Requirement.Single> singles) {
    if (requirement instanceof Requirement.Single single) {
      singles.add(single);
      single(single);
    } else if (requirement instanceof Requirement.AnyOf any) {
      line("any", String.valueOf(any.level()), new TreeSet<>(any.traits()));
      for (List<Requirement.Single> alternative : any.alternatives()) {
        line("all");
        singles.addAll(alternative);
        alternative.forEach(this::single);
      }
      line("end");
    }
  }

  private void single(Requirement.Single single) {
    line(
        "entry",
        String.valueOf(single.level()),
        new TreeSet<>(single.traits()),
        single.scope().name());
    if (single instanceof Requirement.Entry entry) {
      Map<MatchField, Set<String>> match = new TreeMap<>();
      entry.match().forEach((field, values) -> match.put(field, new TreeSet<>(values)));
      line(entry.type().name(), match, String.valueOf(entry.must()), entry.freshness());
      line(entry.machineOnly(), entry.each().name());
    } else if (single instanceof Requirement.Judged judged) {
      line(judged.question());
    }
  }

  /** What an entry reads of the service and of its checks. */
  private void facts(Requirement.Single single, Service service, Map<String, Check> checks) {
    if (!(single instanceof Requirement.Entry entry)) {
      return;
    }
    line("environments", sorted(service.environments()), service.deployStrategy());
    if (entry.must() != null && entry.must().contains("service.")) {
      line(service.peakPerSecond(), service.tier());
    }
    switch (entry.scope()) {
      case ROTATION -> line(service.rotation() == null ? null : service.rotation().name());
      case SYSTEM -> line(service.system());
      case ORG, SERVICE -> {}
    }
    switch (entry.type()) {
      case SCAN -> {
        line("branches", new TreeSet<>(service.branches()), service.datasets());
        for (String check : new TreeSet<>(entry.match().getOrDefault(MatchField.CHECK, Set.of()))) {
          line(check, new TreeSet<>(service.targets().getOrDefault(check, List.of())));
          Check asked = checks.get(check);
          line(asked != null && asked.reportNeeded());
          if (asked != null && asked.proof() == Check.Proof.MACHINE && !entry.machineOnly()) {
            line("machine");
          }
        }
      }
      case BACKUP -> line("datasets", service.datasets());
      case DEPLOY -> {}
    }
  }

  private static Map<String, Set<String>> sorted(Map<String, ? extends Collection<String>> lists) {
    Map<String, Set<String>> sorted = new TreeMap<>();
    lists.forEach((name, values) -> sorted.put(name, new TreeSet<>(values)));
    return sorted;
  }

  private void line(@Nullable Object... words) {
    for (@Nullable Object word : words) {
      text.append(word).append('\u001f');
    }
    text.append('\n');
  }
}
