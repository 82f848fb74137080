package dev.muster.core.gate;

import dev.muster.core.catalogue.Dataset;
import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.Lifecycle;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Requirement.Each;
import dev.muster.core.catalogue.Requirement.EvidenceType;
import dev.muster.core.catalogue.Requirement.Freshness;
import dev.muster.core.catalogue.Requirement.MatchField;
import dev.muster.core.catalogue.Requirement.Scope;
import dev.muster.core.catalogue.Rotation;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.StandardUse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Random histories of one service; all instants are whole hours, so that an oracle can count them.
 */
final class Histories {
  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Random random;

  Histories(long seed) {
    this.random = new Random(seed);
  }

  static Instant hour(long hour) {
    return START.plus(Duration.ofHours(hour));
  }

  /** What the catalogue said from an hour on. */
  record Definition(long hour, Service service, Standard standard) {}

  /** All that was recorded, each list in the order of its topic. */
  record History(
      List<Definition> definitions,
      List<Evidence> scans,
      List<Evidence> backups,
      List<Evidence> deploys) {
    List<Evidence> all() {
      List<Evidence> all = new ArrayList<>(scans);
      all.addAll(backups);
      all.addAll(deploys);
      return all;
    }
  }

  History history(int events, int hours, int lateness) {
    List<Definition> definitions = new ArrayList<>();
    TreeSet<Integer> changes = new TreeSet<>(Set.of(random.nextInt(30)));
    for (int i = random.nextInt(4); i > 0; i--) {
      changes.add(random.nextInt(hours));
    }
    changes.forEach(at -> definitions.add(new Definition(at, service(), standard())));
    History history =
        new History(definitions, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    int[] received = random.ints(0, hours).limit(events).sorted().toArray();
    if (lateness == 0) {
      received = random.ints(0, hours).distinct().limit(events).sorted().toArray();
    }
    for (int i = 0; i < events; i++) {
      boolean late = random.nextInt(4) == 0;
      boolean veryLate = lateness > 0 && random.nextInt(20) == 0;
      int time =
          received[i]
              + (veryLate
                  ? -330 - random.nextInt(20)
                  : late ? -random.nextInt(lateness + 1) : random.nextInt(8) == 0 ? 1 : 0);
      int kind = random.nextInt(10);
      if (kind < 5) {
        history.scans().add(scan(origin(time, received[i], "scan", history.scans().size())));
      } else if (kind < 8) {
        history
            .backups()
            .add(backup(origin(time, received[i], "backup", history.backups().size())));
      } else {
        history
            .deploys()
            .add(deploy(origin(time, received[i], "deploy", history.deploys().size())));
      }
    }
    return history;
  }

  private Origin origin(int time, int received, String topic, int offset) {
    return new Origin(
        topic + offset,
        "tool",
        "orders",
        hour(time),
        hour(received),
        new Position(topic, 0, offset));
  }

  private Evidence scan(Origin origin) {
    String check = pick("alpha", "alpha", "beta", "gamma", "pitr");
    boolean shared = Set.of("beta", "gamma").contains(check) && random.nextInt(3) > 0;
    Origin from =
        shared
            ? new Origin(
                origin.id(),
                origin.source(),
                pick("rotation/checkout", "system/shop", "org", "rotation/other", "system/other"),
                origin.time(),
                origin.received(),
                origin.position())
            : origin;
    ScanEvidence.Place place =
        switch (random.nextInt(8)) {
          case 0 -> new ScanEvidence.Place("prod-eu", null, null, null);
          case 1 -> new ScanEvidence.Place("staging", "main", null, null);
          case 2 -> new ScanEvidence.Place(null, "main", null, null);
          case 3 -> new ScanEvidence.Place(null, "refs/heads/develop", null, null);
          case 4 -> new ScanEvidence.Place(null, "feature", pick("c1", "c2", "c3"), null);
          case 5 ->
              random.nextBoolean()
                  ? new ScanEvidence.Place(null, null, pick("c1", "c2", "c3"), null)
                  : new ScanEvidence.Place(null, null, null, pick("i1", "i2"));
          default -> ScanEvidence.Place.NOWHERE;
        };
    Map<String, Double> values =
        switch (random.nextInt(5)) {
          case 0 -> Map.of();
          case 1 -> Map.of("x", 0.0);
          default -> Map.of("x", (double) pick(1, 1, 2, 2, 13));
        };
    return new ScanEvidence(
        from,
        check,
        check.equals("pitr")
            ? pick("db", "logs")
            : random.nextInt(4) == 0 ? null : pick("one", "one", "two"),
        place,
        pick(
            ScanEvidence.Outcome.PASSED,
            ScanEvidence.Outcome.PASSED,
            ScanEvidence.Outcome.PASSED,
            ScanEvidence.Outcome.FAILED,
            ScanEvidence.Outcome.PARTIAL,
            ScanEvidence.Outcome.INCONCLUSIVE,
            ScanEvidence.Outcome.ERROR),
        pick(Proof.MACHINE, Proof.MACHINE, Proof.PERSON),
        values,
        ScanEvidence.Report.NONE);
  }

  private Evidence backup(Origin origin) {
    return new BackupEvidence(
        origin,
        pick("db", "db", "files"),
        null,
        pick(BackupEvidence.Operation.BACKUP, BackupEvidence.Operation.RESTORE),
        pick(
            BackupEvidence.Outcome.SUCCEEDED,
            BackupEvidence.Outcome.SUCCEEDED,
            BackupEvidence.Outcome.SUCCEEDED,
            BackupEvidence.Outcome.FAILED,
            BackupEvidence.Outcome.PARTIAL,
            BackupEvidence.Outcome.INCONCLUSIVE),
        pick(BackupEvidence.Scope.FULL, BackupEvidence.Scope.FULL, BackupEvidence.Scope.PART),
        pick(
            BackupEvidence.VerifiedBy.NONE,
            BackupEvidence.VerifiedBy.CHECKSUM,
            BackupEvidence.VerifiedBy.QUERY),
        BackupEvidence.Figures.NONE);
  }

  private Evidence deploy(Origin origin) {
    return new DeployEvidence(
        origin,
        pick("prod-eu", "prod-eu", "prod-us", "staging"),
        pick(
            DeployEvidence.Outcome.STARTED,
            DeployEvidence.Outcome.SUCCEEDED,
            DeployEvidence.Outcome.SUCCEEDED,
            DeployEvidence.Outcome.FAILED,
            DeployEvidence.Outcome.ROLLED_BACK),
        pick(
            DeployEvidence.Trigger.PIPELINE,
            DeployEvidence.Trigger.PIPELINE,
            DeployEvidence.Trigger.MANUAL),
        null,
        new DeployEvidence.Release(
            pick("d1", "d2", "d3"),
            null,
            pick("c1", "c2", "c3"),
            random.nextInt(3) == 0 ? null : pick("i1", "i2"),
            random.nextInt(3) > 0 ? null : "d1"),
        null);
  }

  private Service service() {
    List<Dataset> datasets = new ArrayList<>();
    if (random.nextInt(5) > 0) {
      datasets.add(dataset("db", "postgres"));
    }
    if (random.nextBoolean()) {
      datasets.add(dataset("files", "files"));
    }
    return new Service(
        "orders",
        null,
        "team",
        "shop",
        1,
        Set.of(),
        Lifecycle.PRODUCTION,
        null,
        random.nextInt(5) == 0 ? Set.of() : Set.of("data"),
        new Rotation(
            pick("checkout", "checkout", "other"),
            "team",
            ZoneId.of(pick("UTC", "Europe/Berlin", "Pacific/Apia")),
            null,
            null,
            List.of()),
        List.of(new StandardUse("house", null, random.nextBoolean() ? "low" : "high", null)),
        Map.of("production", List.of("prod-eu", "prod-us")),
        random.nextBoolean() ? List.of("main") : List.of("main", "develop"),
        null,
        null,
        datasets,
        random.nextInt(3) == 0 ? Map.of("alpha", List.of("one", "two")) : Map.of(),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  private Dataset dataset(String name, String kind) {
    return new Dataset(name, kind, Duration.ofHours(pick(24, 24, 48)), null, null, null);
  }

  private Standard standard() {
    return new Standard(
        "house",
        "House rules",
        List.of("low", "high"),
        false,
        List.of(
            gate("measured", Set.of(), scan("alpha", newest(pick(40, 40, 240)), "x >= 1", false)),
            gate(
                "machine",
                Set.of(),
                scan("alpha", newest(20), null, true),
                leveled(scan("beta", newest(240), null, false), "high")),
            gate(
                "data-safety",
                Set.of("data"),
                backup("BACKUP", new Freshness.WithinRpo(1)),
                backup("RESTORE", newest(60)),
                database()),
            gate(
                "mixed",
                Set.of(),
                backup("BACKUP", newest(100)),
                scan("beta", newest(40), null, false)),
            gate(
                "deploy",
                Set.of(),
                deploy(
                    Map.of(MatchField.OUTCOME, Set.of("SUCCEEDED")),
                    newest(200),
                    "trigger == \"PIPELINE\""),
                deploy(
                    Map.of(MatchField.TRIGGER, Set.of("MANUAL")),
                    new Freshness.NoneWithin(Duration.ofHours(50)),
                    null)),
            gate(
                "shared",
                Set.of(),
                leveled(scan("beta", newest(120), null, false), "high"),
                scan("gamma", newest(80), null, false)),
            gate(
                "either",
                Set.of(),
                new Requirement.AnyOf(
                    List.of(
                        List.of(scan("beta", newest(40), null, false)),
                        List.of(
                            deploy(
                                Map.of(MatchField.OUTCOME, Set.of("ROLLED_BACK")),
                                new Freshness.Within(Duration.ofHours(80)),
                                null))),
                    null,
                    Set.of()))));
  }

  private static Freshness newest(int hours) {
    return new Freshness.Newest(Duration.ofHours(hours));
  }

  private static Gate gate(String id, Set<String> traits, Requirement... requires) {
    return new Gate(id, null, null, traits, true, "", "", "", List.of(requires));
  }

  private static Requirement.Entry scan(
      String check, Freshness freshness, @Nullable String must, boolean machineOnly) {
    return new Requirement.Entry(
        EvidenceType.SCAN,
        Map.of(MatchField.CHECK, Set.of(check)),
        must,
        freshness,
        check.equals("beta")
            ? Scope.ROTATION
            : check.equals("gamma") ? Scope.SYSTEM : Scope.SERVICE,
        machineOnly,
        Each.TARGET,
        null,
        Set.of());
  }

  private static Requirement.Entry leveled(Requirement.Entry entry, String level) {
    return new Requirement.Entry(
        entry.type(),
        entry.match(),
        entry.must(),
        entry.freshness(),
        entry.scope(),
        entry.machineOnly(),
        entry.each(),
        level,
        entry.traits());
  }

  private static Requirement.Entry database() {
    return new Requirement.Entry(
        EvidenceType.SCAN,
        Map.of(MatchField.CHECK, Set.of("pitr")),
        null,
        newest(40),
        Scope.SERVICE,
        false,
        Each.DATABASE,
        null,
        Set.of());
  }

  private static Requirement.Entry backup(String operation, Freshness freshness) {
    return new Requirement.Entry(
        EvidenceType.BACKUP,
        Map.of(MatchField.OPERATION, Set.of(operation)),
        null,
        freshness,
        Scope.SERVICE,
        false,
        Each.DATASET,
        null,
        Set.of());
  }

  private static Requirement.Entry deploy(
      Map<MatchField, Set<String>> more, Freshness freshness, @Nullable String must) {
    Map<MatchField, Set<String>> match = new HashMap<>(more);
    match.put(MatchField.ENVIRONMENT, Set.of("production"));
    return new Requirement.Entry(
        EvidenceType.DEPLOY,
        match,
        must,
        freshness,
        Scope.SERVICE,
        false,
        Each.SERVICE,
        null,
        Set.of());
  }

  @SafeVarargs
  private <T> T pick(T... of) {
    return of[random.nextInt(of.length)];
  }
}
