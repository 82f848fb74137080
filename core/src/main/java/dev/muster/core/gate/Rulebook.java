package dev.muster.core.gate;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.catalogue.Requirement.Scope;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.StandardUse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that one service is held to, compiled once per definition. Safe to share between threads.
 *
 * @see Judge
 */
public final class Rulebook {
  private final Service service;
  private final Instant received;
  private final Map<String, Check> checks;
  private final List<StandardRule> standards;
  private final Map<GateId, GateRule> gates;

  private Rulebook(
      Service service,
      Instant received,
      Map<String, Check> checks,
      List<StandardRule> standards,
      Map<GateId, GateRule> gates) {
    this.service = service;
    this.received = received;
    this.checks = Map.copyOf(checks);
    this.standards = standards;
    this.gates = gates;
  }

  /**
   * Compiles the rules.
   *
   * @param received when the catalogue's record of this definition was received
   * @param standards by id; one that the service names and that is not here is left out
   * @param checks by id
   */
  public static Rulebook of(
      Service service,
      Instant received,
      Collection<Standard> standards,
      Map<String, Check> checks,
      Must.Compiler compiler) {
    Rulebook book =
        new Rulebook(service, received, checks, new ArrayList<>(), new LinkedHashMap<>());
    Map<String, Standard> byId =
        standards.stream().collect(Collectors.toMap(Standard::id, Function.identity()));
    for (StandardUse use : service.standards()) {
      Standard standard = byId.get(use.id());
      if (standard != null) {
        book.add(use, standard, compiler);
      }
    }
    return book;
  }

  /**
   * What rules can read of a service: two services of one shape have the same rules. A field that
   * no rule reads is left out, whatever else there is stays.
   */
  public static Service shape(Service of) {
    return new Service(
        "any",
        null,
        "any",
        of.system(),
        of.tier(),
        Set.of(),
        of.lifecycle(),
        null,
        of.traits(),
        of.rotation(),
        of.standards(),
        of.environments(),
        of.branches(),
        of.peakPerSecond(),
        of.deployStrategy(),
        of.datasets(),
        of.targets(),
        of.confirmedBy(),
        List.of(), // Gates ask the figures of SLOs, not their words.
        List.of(),
        null);
  }

  /** The same rules, not compiled again, for another service of the same {@link #shape}. */
  public Rulebook sharedBy(Service other, Instant since) {
    return new Rulebook(other, since, checks, standards, gates);
  }

  private void add(StandardUse use, Standard standard, Must.Compiler compiler) {
    int asked = level(standard, use.level(), standard.levels().size() - 1);
    List<GateId> ids = new ArrayList<>();
    for (Gate gate : standard.gates()) {
      GateId id = new GateId(standard.id(), gate.id());
      ids.add(id);
      gates.put(id, compiled(id, gate, standard, asked, compiler));
    }
    Instant from = use.from() == null ? null : use.from().atStartOfDay(ZoneOffset.UTC).toInstant();
    standards.add(new StandardRule(standard, use.hash(), asked, from, ids));
  }

  private GateRule compiled(
      GateId id, Gate gate, Standard standard, int asked, Must.Compiler compiler) {
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
              alternatives.stream()
                  .map(all -> all.stream().map(one -> compiled(one, compiler)).toList())
                  .toList()));
    }
    return new GateRule(
        id,
        gate,
        has(gate.traits()),
        asked,
        asks,
        RuleText.hash(gate, asked, standard.levels(), service, checks));
  }

  private EntryRule compiled(Requirement.Single single, Must.Compiler compiler) {
    Must must =
        single instanceof Requirement.Entry entry && entry.must() != null
            ? compiled(entry, entry.must(), compiler)
            : null;
    return new EntryRule(single, has(single.traits()), must);
  }

  /** What cannot be compiled answers so at run time: its gate cannot be judged, all others can. */
  private static Must compiled(Requirement.Entry entry, String text, Must.Compiler compiler) {
    try {
      return compiler.compile(text, entry.type());
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

  /** The service held to it. */
  public Service service() {
    return service;
  }

  /** The standards, in the service's order. */
  public List<StandardRule> standards() {
    return Collections.unmodifiableList(standards);
  }

  /** The gate as the standard has it. */
  public Gate gate(GateId id) {
    return rule(id).gate();
  }

  /** All gates, standard by standard. */
  public Set<GateId> gates() {
    return Collections.unmodifiableSet(gates.keySet());
  }

  /** Changes when the gate's rule, or what it reads of the service, does. */
  public String ruleHash(GateId id) {
    return rule(id).hash();
  }

  /**
   * The gates that an event could move; all others stand as they stood. A deployment moves those
   * that read scans only while a scan waits for it.
   */
  public Set<GateId> reading(Evidence event, Shelves shelves) {
    Scope from = scope(event.origin().subject());
    boolean moves = !(event instanceof DeployEvidence) || waits(shelves);
    return gates.values().stream()
        .filter(rule -> rule.applies() && rule.reads(event, from, moves))
        .map(GateRule::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The gates that figures of alerts, SLOs and reviews could move. */
  public Set<GateId> readingFigures() {
    return gates.values().stream()
        .filter(rule -> rule.applies() && rule.readsFigures())
        .map(GateRule::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private boolean waits(Shelves shelves) {
    return Stream.concat(Stream.of(shelves.own()), shelves.shared().values().stream())
        .flatMap(shelf -> shelf.of(EvidenceType.SCAN))
        .flatMap(stream -> stream.events().stream())
        .anyMatch(scan -> Running.byDeployment((ScanEvidence) scan, service));
  }

  /**
   * Whether an event is about what runs, as far as it says so itself; for {@link
   * EvidenceShelf#put}.
   */
  public boolean runs(Evidence event) {
    return runs(event, service);
  }

  /** As {@link #runs(Evidence)}, with any definition of the service. */
  static boolean runs(Evidence event, Service service) {
    if (event instanceof DeployEvidence deploy) {
      return deploy.outcome() != DeployEvidence.Outcome.STARTED;
    }
    return !(event instanceof ScanEvidence scan) || Running.always(scan, service);
  }

  /** As {@link #runs(Evidence)}, where no service is known: of a rotation, a system, or org. */
  public static boolean runsAnywhere(Evidence event) {
    return !(event instanceof DeployEvidence deploy)
        || deploy.outcome() != DeployEvidence.Outcome.STARTED;
  }

  /** The subjects whose evidence counts for the service beside its own. */
  public Map<Scope, String> subjects() {
    Map<Scope, String> subjects = new EnumMap<>(Scope.class);
    if (service.rotation() != null) {
      subjects.put(Scope.ROTATION, "rotation/" + service.rotation().name());
    }
    if (service.system() != null) {
      subjects.put(Scope.SYSTEM, "system/" + service.system());
    }
    subjects.put(Scope.ORG, "org");
    return subjects;
  }

  /** The next day on which a standard begins to bite. */
  public Optional<Instant> nextFrom(Instant after) {
    return standards.stream()
        .map(StandardRule::from)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .filter(from -> from.isAfter(after))
        .min(Instant::compareTo);
  }

  /** When the definition was received. */
  public Instant received() {
    return received;
  }

  Map<String, Check> checks() {
    return checks;
  }

  GateRule rule(GateId id) {
    GateRule rule = gates.get(id);
    if (rule == null) {
      throw new IllegalArgumentException("need a gate that " + service.name() + " has, got " + id);
    }
    return rule;
  }

  private static Scope scope(String subject) {
    if (subject.equals("org")) {
      return Scope.ORG;
    }
    return subject.startsWith("rotation/")
        ? Scope.ROTATION
        : subject.startsWith("system/") ? Scope.SYSTEM : Scope.SERVICE;
  }
}
