package dev.muster.bench;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Dataset;
import dev.muster.core.catalogue.Lifecycle;
import dev.muster.core.catalogue.Requirement.Scope;
import dev.muster.core.catalogue.Rotation;
import dev.muster.core.catalogue.Service;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.BackupOperation;
import dev.muster.schemas.fact.ScanOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Services held to all standards that are built in, ten to a team. Of ten one is new and has proven
 * nothing by itself; of the others each proves 17 of 20 checks, fails one in 40 and was never seen
 * doing the rest.
 */
final class Fleet {
  /** So that a service has about a hundred streams of evidence. */
  private static final List<String> PARTS =
      List.of("acme/", "acme/worker-", "acme/page-", "registry.example.org/", "https://eu.");

  private static final List<String> DATASETS = List.of("orders-db", "documents");
  private static final int TEAM = 10;
  private static final int BURST = 10;
  private static final double PROVEN = 0.85;
  private static final double FAILED = 0.875;

  private final Town town = Town.ofAll();
  private final List<Demand> demands = Demand.of(town.standards());
  private final Random random = new Random(7);
  private final int services;
  private long facts;
  private long streams;

  Fleet(int services) {
    this.services = services;
  }

  String service(int number) {
    return "shop-" + number;
  }

  /** Whether it has proven nothing by itself. */
  static boolean isNew(int number) {
    return number % TEAM == TEAM - 1;
  }

  int services() {
    return services;
  }

  long entries() {
    return town.entries(services);
  }

  /** Records written beside the catalogue. */
  long facts() {
    return facts;
  }

  /** Targets, datasets and environments of which something is known. */
  long streams() {
    return streams;
  }

  /** Returns when the broker has all of it, the catalogue too. */
  void write(Machine machine) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Proofs proofs = new Proofs(random, now);
    try (Letters letters = new Letters(machine)) {
      town.write(letters, IntStream.range(0, services).mapToObj(this::described), now);
      for (int team = 0; team * TEAM < services; team++) {
        shared(letters, proofs, "rotation/team-" + team, Scope.ROTATION, now);
        shared(letters, proofs, "system/part-" + team, Scope.SYSTEM, now);
      }
      shared(letters, proofs, "org", Scope.ORG, now);
      for (int from = 0; from < demands.size(); from += BURST) {
        List<Demand> some = demands.subList(from, Math.min(from + BURST, demands.size()));
        for (int i = 0; i < services; i++) {
          burst(letters, proofs, i, some, now);
        }
      }
      for (int i = 0; i < services; i++) {
        dataAndDeploys(letters, proofs, i, now);
      }
    }
  }

  private void shared(Letters letters, Proofs proofs, String subject, Scope scope, Instant now) {
    for (Demand demand : demands) {
      if (demand.check().scope() == scope) {
        var scan = proofs.scan(demand, subject, null, ScanOutcome.PASSED);
        for (int partition = 0; partition < Machine.LAYOUT.partitions(); partition++) {
          letters.send(Topics.SCAN, partition, subject, scan, now);
          facts++;
        }
        streams++;
      }
    }
  }

  /** What one run of a pipeline proves. */
  private void burst(Letters letters, Proofs proofs, int number, List<Demand> some, Instant now) {
    for (Demand demand : some) {
      double chance = random.nextDouble();
      if (isNew(number) || demand.check().scope() != Scope.SERVICE || chance >= FAILED) {
        continue;
      }
      ScanOutcome outcome = chance < PROVEN ? ScanOutcome.PASSED : ScanOutcome.FAILED;
      String name = service(number);
      for (String target : targets(demand, name)) {
        letters.send(Topics.SCAN, name, proofs.scan(demand, name, target, outcome), now);
        facts++;
        streams++;
      }
    }
  }

  /** A person speaks of the service; machines look at each thing it is made of. */
  private static List<@Nullable String> targets(Demand demand, String service) {
    return demand.check().proof() == Check.Proof.PERSON
        ? Collections.singletonList(null)
        : PARTS.stream().map(part -> part + service).toList();
  }

  private void dataAndDeploys(Letters letters, Proofs proofs, int number, Instant now) {
    if (isNew(number)) {
      return;
    }
    String name = service(number);
    for (String dataset : DATASETS) {
      for (BackupOperation operation :
          List.of(BackupOperation.BACKUP, BackupOperation.COPY, BackupOperation.RESTORE)) {
        letters.send(Topics.BACKUP, name, proofs.backup(name, dataset, operation), now);
        facts++;
        streams++;
      }
    }
    for (int release = 5; release > 0; release--) {
      Instant at = now.minus(Duration.ofDays(release));
      String commit = proofs.commit();
      letters.send(Topics.DEPLOY, name, proofs.deploy(name, "staging", commit, at), now);
      letters.send(
          Topics.DEPLOY, name, proofs.deploy(name, "prod-eu", commit, at.plusSeconds(600)), now);
      facts += 2;
    }
    streams += 2;
  }

  private Service described(int number) {
    int team = number / TEAM;
    boolean alone = isNew(number);
    return new Service(
        service(number),
        null,
        "team-" + team,
        alone ? null : "part-" + team,
        2,
        Set.of(),
        Lifecycle.PRODUCTION,
        null,
        Set.of("auth", "calls-out", "data", "multi-service", "public", "web"),
        alone
            ? null
            : new Rotation("team-" + team, "team-" + team, ZoneId.of("UTC"), null, null, List.of()),
        town.uses(),
        Map.of("production", List.of("prod-eu"), "staging", List.of("staging")),
        List.of(),
        null,
        null,
        DATASETS.stream().map(Fleet::dataset).toList(),
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  private static Dataset dataset(String name) {
    return new Dataset(
        name,
        name.endsWith("-db") ? "postgres" : "files",
        Dataset.DEFAULT_RPO,
        Duration.ofHours(2),
        "eu-west-1",
        Duration.ofDays(30));
  }
}
