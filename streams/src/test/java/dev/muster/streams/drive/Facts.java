package dev.muster.streams.drive;

import dev.muster.schemas.fact.Alert;
import dev.muster.schemas.fact.AlertState;
import dev.muster.schemas.fact.Backup;
import dev.muster.schemas.fact.BackupOperation;
import dev.muster.schemas.fact.BackupOutcome;
import dev.muster.schemas.fact.BackupScope;
import dev.muster.schemas.fact.Deploy;
import dev.muster.schemas.fact.DeployOutcome;
import dev.muster.schemas.fact.DeployTrigger;
import dev.muster.schemas.fact.Proof;
import dev.muster.schemas.fact.Scan;
import dev.muster.schemas.fact.ScanOutcome;
import dev.muster.schemas.fact.SliSample;
import dev.muster.schemas.fact.VerifiedBy;
import dev.muster.schemas.fact.Waiver;
import dev.muster.schemas.fact.WaiverState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Facts as ingest writes them. */
public final class Facts {
  private Facts() {}

  /** Of {@code availability}, a thousand events in an hour. */
  public static SliSample hour(String service, Instant to, long good) {
    return SliSample.newBuilder(sample(service + '-' + to, service, to, good, 1_000))
        .setFrom(to.minus(Duration.ofHours(1)))
        .build();
  }

  public static Backup restore(String id, String service, Instant time) {
    return Backup.newBuilder()
        .setId(id)
        .setSource("restic/db-1")
        .setService(service)
        .setTime(time)
        .setDataset("orders-db")
        .setOperation(BackupOperation.RESTORE)
        .setOutcome(BackupOutcome.SUCCEEDED)
        .setScope(BackupScope.FULL)
        .setVerifiedBy(VerifiedBy.CHECKSUM)
        .build();
  }

  public static Scan scan(String id, String service, ScanOutcome outcome, Instant time) {
    return scan(id, outcome, time).setService(service).setCheck("secret-scan").build();
  }

  /** A clean secret scan that says how much it found all the same. */
  public static Scan scan(String id, String service, double found, Instant time) {
    return scan(id, ScanOutcome.PASSED, time)
        .setService(service)
        .setCheck("secret-scan")
        .setValues(Map.of("found", found))
        .build();
  }

  public static Scan drill(String id, String rotation, Instant time) {
    return scan(id, ScanOutcome.PASSED, time)
        .setSubject("rotation/" + rotation)
        .setCheck("diagnosis-drill")
        .build();
  }

  private static Scan.Builder scan(String id, ScanOutcome outcome, Instant time) {
    return Scan.newBuilder()
        .setId(id)
        .setSource("ci/1")
        .setTime(time)
        .setTarget("main-repository")
        .setOutcome(outcome)
        .setProof(Proof.MACHINE);
  }

  /** A step towards a waiver of {@code bar/restored} for a day from {@code asked}. */
  public static Waiver waiver(
      String service, WaiverState step, String by, Instant asked, Instant time) {
    return Waiver.newBuilder()
        .setId(step + "-" + by)
        .setSource("muster/sink")
        .setService(service)
        .setTime(time)
        .setWaiverId("w1")
        .setStandard("bar")
        .setGate("restored")
        .setState(step)
        .setReason("the new store is not filled yet")
        .setRisk("a day of orders")
        .setCompensatingAction("orders are printed")
        .setRequestedBy("ann@example.org")
        .setBy(by)
        .setStarts(asked)
        .setExpires(asked.plus(Duration.ofDays(1)))
        .build();
  }

  public static Deploy deploy(String id, String service, Instant time) {
    return Deploy.newBuilder()
        .setId(id)
        .setSource("ci/1")
        .setService(service)
        .setTime(time)
        .setEnvironment("production")
        .setVersion(id)
        .setTrigger(DeployTrigger.PIPELINE)
        .setOutcome(DeployOutcome.SUCCEEDED)
        .setDeploymentId(id)
        .build();
  }

  public static SliSample sample(String id, String service, Instant to) {
    return sample(id, service, to, 99, 100);
  }

  /** Counts of the minute before an instant. */
  public static SliSample sample(String id, String service, Instant to, long good, long total) {
    return SliSample.newBuilder()
        .setId(id)
        .setSource("prometheus/eu-1")
        .setService(service)
        .setTime(to)
        .setSlo("availability")
        .setFrom(to.minusSeconds(60))
        .setTo(to)
        .setGood(good)
        .setTotal(total)
        .build();
  }

  public static Alert firing(String id, String service, Instant time) {
    return Alert.newBuilder()
        .setId(id)
        .setSource("alertmanager/eu-1")
        .setService(service)
        .setTime(time)
        .setRule("HighErrors")
        .setFingerprint("f1")
        .setStartedAt(time)
        .setState(AlertState.FIRING)
        .build();
  }
}
