package dev.muster.core.catalogue;

import dev.muster.core.slo.Slo;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One service, resolved: its own document with what it has from its system, owner and rotation.
 *
 * @param name the service id; the key of every record about it
 * @param description what it is for, absent when not said
 * @param owner the team's id
 * @param system the system it is part of, absent when it stands alone
 * @param tier 1 (most critical) to 4
 * @param approvers who may approve its waivers: e-mail addresses of the owner's members with this
 *     tier
 * @param launch the day it goes live, absent when it is live or undated
 * @param traits what kind of service it is; a gate or entry with a trait applies only to these
 * @param rotation the on-call rotation, absent when nobody is on call
 * @param standards what it is held to, its system's included
 * @param environments lists of names by class; {@code production} decides what runs
 * @param branches branches whose scans count, {@code main} and {@code master} unless said
 * @param peakPerSecond the busiest second it must bear, absent when unknown
 * @param deployStrategy how it is rolled out unless an event says otherwise, absent when not said
 * @param datasets what must be backed up and restored
 * @param targets by check id, the targets each of which must be proven
 * @param confirmedBy services whose budget confirms this one's alerts
 * @param confirms services that name this one so, itself never; ordered
 * @param slos what it promises, ordered by name; each name once
 * @param sources how tools name it
 * @param publicPage how it appears on the public status page, absent when it does not
 */
public record Service(
    String name,
    @Nullable String description,
    String owner,
    @Nullable String system,
    int tier,
    Set<String> approvers,
    Lifecycle lifecycle,
    @Nullable LocalDate launch,
    Set<String> traits,
    @Nullable Rotation rotation,
    List<StandardUse> standards,
    Map<String, List<String>> environments,
    List<String> branches,
    @Nullable Double peakPerSecond,
    @Nullable Strategy deployStrategy,
    List<Dataset> datasets,
    Map<String, List<String>> targets,
    List<String> confirmedBy,
    List<String> confirms,
    List<Slo> slos,
    List<SourceRule> sources,
    @Nullable PublicPage publicPage) {

  /** Class of environments that users reach. */
  public static final String PRODUCTION = "production";

  /**
   * Names that mean production where a service declares none; a trailing {@code *} matches any
   * rest.
   */
  public static final List<String> DEFAULT_PRODUCTION =
      List.of("production", "prod", "live", "prod-*");

  /** Branches whose scans count where a service declares none. */
  public static final List<String> DEFAULT_BRANCHES = List.of("main", "master");

  public Service {
    Names.requireId("service", name);
    if (tier < 1 || tier > 4) {
      throw new IllegalArgumentException("need 1 <= tier <= 4, got " + tier);
    }
    traits = Set.copyOf(traits);
    standards = List.copyOf(standards);
    approvers = Set.copyOf(approvers);
    slos = slos.stream().sorted(Comparator.comparing(Slo::name)).toList();
    environments = copy(environments);
    branches = branches.isEmpty() ? DEFAULT_BRANCHES : List.copyOf(branches);
    if (slos.stream().map(Slo::name).distinct().count() < slos.size()) {
      throw new IllegalArgumentException("need each SLO of " + name + " once");
    }
    datasets = List.copyOf(datasets);
    targets = copy(targets);
    confirmedBy = List.copyOf(confirmedBy);
    confirms = confirms.stream().sorted().toList();
    sources = List.copyOf(sources);
  }

  /** That confirms nobody's alerts. */
  public Service(
      String name,
      @Nullable String description,
      String owner,
      @Nullable String system,
      int tier,
      Set<String> approvers,
      Lifecycle lifecycle,
      @Nullable LocalDate launch,
      Set<String> traits,
      @Nullable Rotation rotation,
      List<StandardUse> standards,
      Map<String, List<String>> environments,
      List<String> branches,
      @Nullable Double peakPerSecond,
      @Nullable Strategy deployStrategy,
      List<Dataset> datasets,
      Map<String, List<String>> targets,
      List<String> confirmedBy,
      List<Slo> slos,
      List<SourceRule> sources,
      @Nullable PublicPage publicPage) {
    this(
        name,
        description,
        owner,
        system,
        tier,
        approvers,
        lifecycle,
        launch,
        traits,
        rotation,
        standards,
        environments,
        branches,
        peakPerSecond,
        deployStrategy,
        datasets,
        targets,
        confirmedBy,
        List.of(),
        slos,
        sources,
        publicPage);
  }

  /** Whether users reach this environment. */
  public boolean isProduction(String environment) {
    return environments.getOrDefault(PRODUCTION, DEFAULT_PRODUCTION).stream()
        .anyMatch(name -> Names.matches(name, environment));
  }

  public Optional<Slo> slo(String wanted) {
    return slos.stream().filter(slo -> slo.name().equals(wanted)).findFirst();
  }

  /** The same, promising something else. */
  public Service promising(List<Slo> others) {
    return new Service(
        name,
        description,
        owner,
        system,
        tier,
        approvers,
        lifecycle,
        launch,
        traits,
        rotation,
        standards,
        environments,
        branches,
        peakPerSecond,
        deployStrategy,
        datasets,
        targets,
        confirmedBy,
        confirms,
        others,
        sources,
        publicPage);
  }

  /** The same, held to something else. */
  public Service heldTo(List<StandardUse> others) {
    return new Service(
        name,
        description,
        owner,
        system,
        tier,
        approvers,
        lifecycle,
        launch,
        traits,
        rotation,
        others,
        environments,
        branches,
        peakPerSecond,
        deployStrategy,
        datasets,
        targets,
        confirmedBy,
        confirms,
        slos,
        sources,
        publicPage);
  }

  /** The same, confirming the alerts of others. */
  public Service confirming(List<String> others) {
    return new Service(
        name,
        description,
        owner,
        system,
        tier,
        approvers,
        lifecycle,
        launch,
        traits,
        rotation,
        standards,
        environments,
        branches,
        peakPerSecond,
        deployStrategy,
        datasets,
        targets,
        confirmedBy,
        others,
        slos,
        sources,
        publicPage);
  }

  private static Map<String, List<String>> copy(Map<String, List<String>> lists) {
    return lists.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
  }
}
