package dev.muster.core.gate;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.StandardUse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes rules of what a standard's gates ask of one service.
 *
 * @param checks by id
 */
record RuleCompiler(Service service, Map<String, Check> checks, Must.Compiler musts) {

  StandardRule standard(StandardUse use, Standard standard, List<GateRule> gates) {
    Instant from = use.from() == null ? null : use.from().atStartOfDay(ZoneOffset.UTC).toInstant();
    List<GateId> ids = gates.stream().map(GateRule::id).toList();
    return new StandardRule(standard, use.hash(), asked(use, standard), from, ids);
  }

  /** In the standard's order. */
  List<GateRule> gates(StandardUse use, Standard standard) {
    int asked = asked(use, standard);
    return standard.gates().stream().map(gate -> gate(gate, standard, asked)).toList();
  }

  private static int asked(StandardUse use, Standard standard) {
    return level(standard, use.level(), standard.levels().size() - 1);
  }

  private GateRule gate(Gate gate, Standard standard, int asked) {
    int lowest = level(standard, gate.level(), 0);
    List<GateRule.Ask> asks = new ArrayList<>();
    for (Requirement requirement : gate.requires()) {
      List<List<Requirement.Single>> alternatives =
          requirement instanceof Requirement.AnyOf any
              ? any.alternatives()
              : List.of(List.of((Requirement.Single) requirement));
      asks.add(
          new GateRule.Ask(
              level(standard, requirement.level(), lowest),
              has(requirement.traits()),
              alternatives.stream().map(all -> all.stream().map(this::entry).toList()).toList()));
    }
    return new GateRule(
        new GateId(standard.id(), gate.id()),
        gate,
        has(gate.traits()),
        asked,
        asks,
        RuleText.hash(gate, asked, standard.levels(), service, checks));
  }

  private EntryRule entry(Requirement.Single single) {
    Must must =
        single instanceof Requirement.Entry entry && entry.must() != null
            ? must(entry, entry.must())
            : null;
    return EntryRule.of(single, has(single.traits()), must);
  }

  /** What cannot be compiled answers so at run time: its gate cannot be judged, all others can. */
  private Must must(Requirement.Entry entry, String text) {
    try {
      return musts.compile(text, entry.type());
    } catch (IllegalArgumentException e) {
      return new BrokenMust(text, Objects.requireNonNullElse(e.getMessage(), "not a rule"));
    }
  }

  private record BrokenMust(String expression, String why) implements Must {
    @Override
    public Answer test(Facts facts) {
      return new Answer.Broken(why);
    }
  }

  private boolean has(Set<String> traits) {
    return service.traits().containsAll(traits);
  }

  private static int level(Standard standard, @Nullable String name, int otherwise) {
    int index = name == null ? otherwise : standard.levels().indexOf(name);
    return index < 0 ? otherwise : index;
  }
}
