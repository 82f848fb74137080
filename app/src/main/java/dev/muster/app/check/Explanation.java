package dev.muster.app.check;

import dev.muster.app.check.Card.ByGate;
import dev.muster.app.check.Card.BySlo;
import dev.muster.app.check.Card.ByStandard;
import dev.muster.app.check.Card.Counts;
import dev.muster.core.catalogue.Catalogue;
import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.ProvingCommand;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.AnyOf;
import dev.muster.core.catalogue.Requirement.Entry;
import dev.muster.core.catalogue.Requirement.MatchField;
import dev.muster.core.gate.Status;
import dev.muster.core.scorecard.Score;
import dev.muster.core.scorecard.Sentences;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A scorecard with what stands behind it, as lines for a terminal.
 *
 * @param traits of the service
 */
record Explanation(ProvingCommand known, Set<String> traits, Catalogue catalogue) {

  /** Whether something is to be done about it. */
  static boolean isOpen(ByGate gate) {
    return gate.overdue()
        || (gate.status() != Status.PASS && gate.status() != Status.NOT_APPLICABLE);
  }

  List<String> standard(ByStandard by) {
    Counts counts = by.counts();
    return List.of(
        "%s, %s (level %s): %s".formatted(known.service(), by.standard(), by.level(), by.verdict())
            + by.from().map(day -> ", bites from " + day).orElse(""),
        "  "
            + Sentences.of(
                new Score(
                    counts.apply(), counts.passed(), counts.waived(), counts.onPersonsWord())));
  }

  /** All of its SLOs, those that are met too: nothing else says that they were judged. */
  List<String> slos(List<BySlo> slos) {
    List<String> lines = new ArrayList<>();
    lines.add("%s, SLOs".formatted(known.service()));
    for (BySlo slo : slos) {
      lines.add("");
      lines.add("  %s: %s since %s".formatted(slo.slo(), slo.health(), slo.since()));
      slo.alert()
          .ifPresent(
              tier ->
                  lines.add(
                      "    %s open%s"
                          .formatted(tier, slo.alertSince().map(at -> " since " + at).orElse(""))));
      lines.add("    " + slo.sentence());
    }
    return lines;
  }

  List<String> gate(ByStandard by, ByGate stands) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("  %s: %s since %s".formatted(stands.gate(), stands.status(), stands.since()));
    boolean holds = stands.status().holds() && !stands.overdue();
    stands.expires().ifPresent(end -> lines.add("    " + (holds ? "until " : "ran out ") + end));
    stands
        .waivedUntil()
        .ifPresent(end -> lines.add("    waived until " + end + "; beneath it is " + stands.raw()));
    if (stands.overdue()) {
      lines.add("    not judged since it ran out; is streams running?");
    }
    lines.add("    " + stands.sentence());
    stands.evidence().ifPresent(id -> lines.add("    decided by event " + id));
    Optional<Gate> rule =
        catalogue.standards().stream()
            .filter(one -> one.id().equals(by.standard()))
            .flatMap(one -> one.gates().stream())
            .filter(one -> one.id().equals(stands.gate()))
            .findFirst();
    if (rule.isEmpty()) {
      lines.add("    its text is not known here; name your catalogue with --catalogue");
      return lines;
    }
    lines.add("    risk:   " + rule.get().risk());
    lines.add("    remedy: " + rule.get().remedy() + " (" + rule.get().effort() + ")");
    lines.add("    asked:");
    rule.get().requires().forEach(one -> lines.add("      - " + Asked.words(one)));
    lines.addAll(proven(rule.get(), stands));
    lines.addAll(missing(rule.get(), stands));
    return lines;
  }

  /** What is asked of it and not open; a scorecard names the open entries only. */
  private List<String> proven(Gate rule, ByGate stands) {
    if (stands.overdue() || (stands.open().isEmpty() && !stands.status().holds())) {
      return List.of();
    }
    List<String> entries =
        rule.requires().stream()
            .filter(one -> traits.containsAll(one.traits()))
            .filter(one -> stands.open().stream().noneMatch(open -> isOf(open, one)))
            .map(one -> "      - " + Asked.words(one))
            .toList();
    if (entries.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("    proven" + (stands.open().isEmpty() ? untilAndBy(stands) : "") + ":");
    lines.addAll(entries);
    return lines;
  }

  private static String untilAndBy(ByGate stands) {
    return stands.expires().map(end -> ", all of it until " + end).orElse("")
        + stands.evidence().map(id -> " (what ends first: event " + id + ")").orElse("");
  }

  private static boolean isOf(Card.Open open, Requirement requirement) {
    return names(requirement).stream().anyMatch(name -> mentions(open.name(), name));
  }

  private List<String> missing(Gate rule, ByGate stands) {
    List<String> lines = new ArrayList<>();
    if (!stands.open().isEmpty()) {
      lines.add("    not proven:");
      stands.open().forEach(open -> lines.add("      - " + open.status() + ": " + open.sentence()));
    }
    Set<String> commands = new LinkedHashSet<>();
    ProvingCommands proving = new ProvingCommands(known, checks());
    for (Card.Open open : stands.open()) {
      rule.requires().stream()
          .filter(one -> isOf(open, one))
          .forEach(one -> commands.add(String.join("\n", proving.lines(one, open.target()))));
    }
    if (!commands.isEmpty()) {
      lines.add("    what would prove it:");
      commands.stream().flatMap(String::lines).forEach(line -> lines.add("      " + line));
    }
    return lines;
  }

  /** An entry's name holds those of its alternatives. */
  private static boolean mentions(String entry, String name) {
    return List.of(entry.split(" or | and |, ")).contains(name);
  }

  private static Set<String> names(Requirement requirement) {
    if (requirement instanceof AnyOf anyOf) {
      return anyOf.alternatives().stream()
          .flatMap(List::stream)
          .flatMap(one -> names(one).stream())
          .collect(Collectors.toSet());
    }
    if (requirement instanceof Entry entry) {
      MatchField field =
          switch (entry.type()) {
            case SCAN -> MatchField.CHECK;
            case BACKUP -> MatchField.OPERATION;
            case DEPLOY -> MatchField.ENVIRONMENT;
          };
      return entry.match().getOrDefault(field, Set.of(entry.type().name()));
    }
    return Set.of(((Requirement.Judged) requirement).question().getClass().getSimpleName());
  }

  private Map<String, Check> checks() {
    return catalogue.checks().stream().collect(Collectors.toMap(Check::id, Function.identity()));
  }
}
