package dev.muster.core.gate;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Dataset;
import dev.muster.core.catalogue.Lifecycle;
import dev.muster.core.catalogue.Rotation;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.StandardUse;
import dev.muster.core.catalogue.yaml.CatalogueReader;
import dev.muster.core.gate.BackupEvidence.Operation;
import dev.muster.core.gate.cel.MustCompiler;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A service held to a built-in standard, and events of it, for tests that tell one story each. */
public final class Cases {
  /** When the service came into the catalogue. */
  public static final Instant START = Instant.parse("2026-06-01T00:00:00Z");

  private static long offset;

  private Cases() {}

  /** That many days after the start. */
  public static Instant day(double days) {
    return START.plusSeconds(Math.round(days * 86_400));
  }

  /** The rules for a service with these traits and datasets. */
  public static Rulebook rulebook(String standard, Set<String> traits, String... datasets) {
    return rulebook(new StandardUse(standard, null, null, null), traits, datasets);
  }

  /** The rules for a service held to a standard so. */
  public static Rulebook rulebook(StandardUse use, Set<String> traits, String... datasets) {
    List<Dataset> declared =
        List.of(datasets).stream()
            .map(name -> new Dataset(name, "postgres", Duration.ofDays(1), null, null, null))
            .toList();
    Map<String, Check> checks =
        CatalogueReader.builtIn().checks().stream()
            .collect(Collectors.toMap(Check::id, Function.identity()));
    return Rulebook.of(
        service(use, traits, declared),
        START,
        CatalogueReader.builtIn().standards(),
        checks,
        MustCompiler::compile);
  }

  private static Service service(StandardUse use, Set<String> traits, List<Dataset> datasets) {
    return new Service(
        "orders",
        null,
        "team-checkout",
        "shop",
        1,
        Set.of(),
        Lifecycle.PRODUCTION,
        null,
        traits,
        new Rotation("checkout", "team-checkout", ZoneOffset.UTC, null, null, List.of()),
        List.of(use),
        Map.of(),
        List.of(),
        null,
        null,
        datasets,
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  /** Where a gate stands once these events were read. */
  public static GateStanding standing(
      Rulebook rulebook, String gate, double at, List<? extends Evidence> events) {
    EvidenceShelf shelf = new EvidenceShelf();
    events.forEach(event -> shelf.put(event, rulebook::runs));
    GateId id = new GateId(rulebook.standards().get(0).standard().id(), gate);
    return new Judge(rulebook).judge(List.of(id), Shelves.of(shelf), Map.of(), day(at)).get(0);
  }

  static Origin origin(double time) {
    long next = offset++;
    return new Origin(
        "event-" + next, "tool", "orders", day(time), day(time), new Position("topic", 0, next));
  }

  /** A backup that succeeded. */
  public static BackupEvidence backup(double time, String dataset) {
    return new BackupEvidence(
        origin(time),
        dataset,
        null,
        Operation.BACKUP,
        BackupEvidence.Outcome.SUCCEEDED,
        BackupEvidence.Scope.FULL,
        BackupEvidence.VerifiedBy.NONE,
        BackupEvidence.Figures.NONE);
  }

  /** A restore of the whole dataset, verified. */
  public static BackupEvidence restore(double time, String dataset) {
    return restore(
        time,
        dataset,
        BackupEvidence.Outcome.SUCCEEDED,
        BackupEvidence.Scope.FULL,
        BackupEvidence.VerifiedBy.CHECKSUM);
  }

  /** Any restore. */
  public static BackupEvidence restore(
      double time,
      String dataset,
      BackupEvidence.Outcome outcome,
      BackupEvidence.Scope scope,
      BackupEvidence.VerifiedBy verifiedBy) {
    return new BackupEvidence(
        origin(time),
        dataset,
        null,
        Operation.RESTORE,
        outcome,
        scope,
        verifiedBy,
        BackupEvidence.Figures.NONE);
  }

  /** A check passed, as a machine says. */
  public static ScanEvidence passed(double time, String check) {
    return scan(time, check, ScanEvidence.Outcome.PASSED, Proof.MACHINE, null);
  }

  /** Any scan of the service's repository. */
  public static ScanEvidence scan(
      double time, String check, ScanEvidence.Outcome outcome, Proof proof, @Nullable String ref) {
    return new ScanEvidence(
        origin(time),
        check,
        "repo",
        new ScanEvidence.Place(null, ref, null, null),
        outcome,
        proof,
        Map.of(),
        ScanEvidence.Report.NONE);
  }

  /** Proof of all that {@code data-safety} asks, at one time, but for what is left out. */
  public static List<Evidence> dataSafety(double time, String... without) {
    List<Evidence> all =
        List.of(
            backup(time, "orders-db"),
            restore(time, "orders-db"),
            passed(time, "migration-rollback"),
            passed(time, "destructive-guardrail"));
    return IntStream.range(0, all.size())
        .mapToObj(all::get)
        .filter(event -> !List.of(without).contains(event.stream().name()))
        .toList();
  }
}
