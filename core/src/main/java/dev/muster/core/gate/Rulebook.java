package dev.muster.core.gate;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.catalogue.Requirement.Scope;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.StandardUse;
import java.time.Instant;
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
    RuleCompiler rules = new RuleCompiler(service, checks, compiler);
    Map<String, Standard> byId =
        standards.stream().collect(Collectors.toMap(Standard::id, Function.identity()));
    List<StandardRule> held = new ArrayList<>();
    Map<GateId, GateRule> gates = new LinkedHashMap<>();
    for (StandardUse use : service.standards()) {
      Standard standard = byId.get(use.id());
      if (standard != null) {
        List<GateRule> compiled = rules.gates(use, standard);
        compiled.forEach(rule -> gates.put(rule.id(), rule));
        held.add(rules.standard(use, standard, compiled));
      }
    }
    return new Rulebook(service, received, checks, held, gates);
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
