package dev.muster.app.end;

import dev.muster.app.end.MovedStreams.Given;
import dev.muster.schemas.TopicSpec;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Backup;
import dev.muster.schemas.fact.BackupOperation;
import dev.muster.schemas.fact.BackupOutcome;
import dev.muster.schemas.fact.BackupScope;
import dev.muster.schemas.fact.Proof;
import dev.muster.schemas.fact.Scan;
import dev.muster.schemas.fact.ScanOutcome;
import dev.muster.schemas.fact.VerifiedBy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;

/** Facts that follow from a seed, received one after the other over a span of time. */
final class History {
  private static final List<String> CHECKS =
      List.of("secret-scan", "branch-protection", "tracing", "metrics", "fault-injection");

  private final List<String> services;
  private final Random random;
  private int made;

  History(List<String> services, long seed) {
    this.services = services;
    this.random = new Random(seed);
  }

  /** One of the facts. */
  record Fact<T extends SpecificRecord>(TopicSpec<T> topic, Given<T> given) {
    void appendTo(MovedStreams streams) {
      streams.append(topic, given);
    }
  }

  /**
   * The next.
   *
   * @param oldest how long ago it happened at most
   */
  Fact<?> next(Instant received, Duration oldest) {
    String id = "h-" + made++;
    String service = services.get(random.nextInt(services.size()));
    Instant time = received.minusMillis((long) (random.nextDouble() * oldest.toMillis()));
    boolean good = random.nextInt(5) > 0;
    if (random.nextBoolean()) {
      return new Fact<>(
          Topics.BACKUP, new Given<>(service, id, received, backup(id, service, time, good)));
    }
    return new Fact<>(
        Topics.SCAN, new Given<>(service, id, received, scan(id, service, time, good)));
  }

  private Backup backup(String id, String service, Instant time, boolean good) {
    return Backup.newBuilder()
        .setId(id)
        .setSource("end/1")
        .setService(service)
        .setTime(time)
        .setDataset("orders-db")
        .setOperation(random.nextInt(3) > 0 ? BackupOperation.BACKUP : BackupOperation.RESTORE)
        .setOutcome(good ? BackupOutcome.SUCCEEDED : BackupOutcome.FAILED)
        .setScope(BackupScope.FULL)
        .setVerifiedBy(VerifiedBy.CHECKSUM)
        .build();
  }

  private Scan scan(String id, String service, Instant time, boolean good) {
    return Scan.newBuilder()
        .setId(id)
        .setSource("end/1")
        .setService(service)
        .setTime(time)
        .setCheck(CHECKS.get(random.nextInt(CHECKS.size())))
        .setRef("main")
        .setEnvironment("prod")
        .setOutcome(good ? ScanOutcome.PASSED : ScanOutcome.FAILED)
        .setProof(Proof.MACHINE)
        .build();
  }
}
