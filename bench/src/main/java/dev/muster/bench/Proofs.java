package dev.muster.bench;

import dev.muster.core.catalogue.Check;
import dev.muster.schemas.fact.Backup;
import dev.muster.schemas.fact.BackupOperation;
import dev.muster.schemas.fact.BackupOutcome;
import dev.muster.schemas.fact.BackupScope;
import dev.muster.schemas.fact.Deploy;
import dev.muster.schemas.fact.DeployOutcome;
import dev.muster.schemas.fact.DeployStrategy;
import dev.muster.schemas.fact.DeployTrigger;
import dev.muster.schemas.fact.Proof;
import dev.muster.schemas.fact.Scan;
import dev.muster.schemas.fact.ScanOutcome;
import dev.muster.schemas.fact.VerifiedBy;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts that prove things, with ids as long as those of {@code muster run}. */
final class Proofs {
  private static final String SOURCE = "bench/1";

  /** Further back a person's word may not be dated. */
  private static final Duration WORD = Duration.ofDays(13);

  private final Random random;
  private final Instant now;

  /** Proofs of different ages, none older than what it is good for. */
  Proofs(Random random, Instant now) {
    this.random = random;
    this.now = now;
  }

  /** For a service, or for what services share; of one target where it is about one. */
  Scan scan(Demand demand, String subject, @Nullable String target, ScanOutcome outcome) {
    Check check = demand.check();
    boolean person = check.proof() == Check.Proof.PERSON;
    Duration most = person && demand.fresh().compareTo(WORD) > 0 ? WORD : demand.fresh();
    return Scan.newBuilder()
        .setId(id())
        .setSource(SOURCE)
        .setService(shared(subject) ? null : subject)
        .setSubject(shared(subject) ? subject : null)
        .setTime(within(most))
        .setCheck(check.id())
        .setTarget(target)
        .setOutcome(outcome)
        .setValues(demand.goodValues())
        .setReportUrl(check.reportNeeded() ? "https://reports.example.org/" + check.id() : null)
        .setProof(person ? Proof.PERSON : Proof.MACHINE)
        .setAttestedBy(person ? "ann@example.org" : null)
        .build();
  }

  private static boolean shared(String subject) {
    return subject.contains("/") || subject.equals("org");
  }

  /** Of one dataset. */
  Backup backup(String service, String dataset, BackupOperation operation) {
    Instant time = within(Duration.ofDays(1));
    boolean restore = operation == BackupOperation.RESTORE;
    return Backup.newBuilder()
        .setId(id())
        .setSource(SOURCE)
        .setService(service)
        .setTime(time)
        .setDataset(dataset)
        .setOperation(operation)
        .setOutcome(BackupOutcome.SUCCEEDED)
        .setScope(BackupScope.FULL)
        .setVerifiedBy(restore ? VerifiedBy.APPLICATION_BOOTED : VerifiedBy.CHECKSUM)
        .setDurationMillis(Duration.ofMinutes(20).toMillis())
        .setRecoveryPoint(time.minus(Duration.ofHours(1)))
        .setEncrypted(true)
        .setRegion("us-east-1")
        .setOldestKept(time.minus(Duration.ofDays(40)))
        .build();
  }

  /** In an environment, by the pipeline. */
  Deploy deploy(String service, String environment, String commit, Instant time) {
    return Deploy.newBuilder()
        .setId(id())
        .setSource(SOURCE)
        .setService(service)
        .setTime(time)
        .setEnvironment(environment)
        .setVersion("2026.11." + commit.substring(0, 4))
        .setCommit(commit)
        .setStrategy(DeployStrategy.ROLLING)
        .setTrigger(DeployTrigger.PIPELINE)
        .setOutcome(DeployOutcome.SUCCEEDED)
        .setDeploymentId(id())
        .build();
  }

  /** Of a release. */
  String commit() {
    return "%016x%016x%08x".formatted(random.nextLong(), random.nextLong(), random.nextInt());
  }

  private String id() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private Instant within(Duration fresh) {
    return now.minusMillis((long) (fresh.toMillis() * 0.95 * random.nextDouble()));
  }
}
