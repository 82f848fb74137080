package dev.muster.streams.drive;

import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Backup;
import dev.muster.schemas.fact.BackupOperation;
import dev.muster.schemas.fact.BackupOutcome;
import dev.muster.schemas.fact.Deploy;
import dev.muster.schemas.fact.DeployOutcome;
import dev.muster.schemas.fact.DeployTrigger;
import dev.muster.schemas.fact.Notice;
import dev.muster.schemas.fact.NoticeKind;
import dev.muster.schemas.fact.NoticeStatus;
import dev.muster.schemas.fact.Scan;
import dev.muster.schemas.fact.ScanOutcome;
import dev.muster.schemas.fact.Waiver;
import dev.muster.schemas.fact.WaiverState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Scans, backups, deploys, drills, planned work and waivers of the chronicle. */
final class ChronicleFacts {
  private static final int OF_EACH = 12;
  private static final Duration OLDEST = Duration.ofHours(6);

  private final Chronicle chronicle;

  ChronicleFacts(Chronicle chronicle) {
    this.chronicle = chronicle;
  }

  void tell() {
    for (String service : ChronicleTown.SERVICES) {
      for (int i = 0; i < OF_EACH; i++) {
        scan(service);
        backup(service);
        deploy(service);
      }
      notice(service);
      waiver(service);
    }
    for (int i = 0; i < OF_EACH; i++) {
      drill();
    }
  }

  private Instant before(Instant received) {
    return received.minus(chronicle.some(OLDEST));
  }

  private void scan(String service) {
    Instant received = chronicle.any();
    ScanOutcome outcome =
        chronicle.oneOf(List.of(ScanOutcome.PASSED, ScanOutcome.PASSED, ScanOutcome.FAILED));
    Scan scan = Facts.scan(chronicle.id(), service, outcome, before(received));
    chronicle.tell(Topics.SCAN, service, scan, received);
    if (chronicle.once(8)) {
      chronicle.tell(Topics.SCAN, service, scan, received.plusSeconds(1_000));
    }
  }

  private void backup(String service) {
    Instant received = chronicle.any();
    Backup backup =
        Backup.newBuilder(Facts.restore(chronicle.id(), service, before(received)))
            .setOperation(chronicle.oneOf(List.of(BackupOperation.RESTORE, BackupOperation.BACKUP)))
            .setOutcome(chronicle.oneOf(List.of(BackupOutcome.SUCCEEDED, BackupOutcome.FAILED)))
            .build();
    chronicle.tell(Topics.BACKUP, service, backup, received);
  }

  private void deploy(String service) {
    Instant received = chronicle.any();
    Deploy begun = Facts.deploy(chronicle.id(), service, before(received));
    Deploy ended =
        Deploy.newBuilder(begun)
            .setTrigger(chronicle.oneOf(List.of(DeployTrigger.PIPELINE, DeployTrigger.MANUAL)))
            .setOutcome(
                chronicle.oneOf(
                    List.of(
                        DeployOutcome.SUCCEEDED, DeployOutcome.FAILED, DeployOutcome.ROLLED_BACK)))
            .build();
    chronicle.tell(Topics.DEPLOY, service, ended, received);
  }

  private void drill() {
    Instant received = chronicle.any();
    String rotation = chronicle.oneOf(ChronicleTown.ROTATIONS);
    chronicle.tell(
        Topics.SCAN,
        "rotation/" + rotation,
        Facts.drill(chronicle.id(), rotation, before(received)),
        received);
  }

  /** Planned work, told before or while it goes on; moved or called off later. */
  private void notice(String service) {
    Instant received = chronicle.any();
    Instant from = received.plusSeconds(chronicle.random().nextInt(3_600) - 1_200L);
    Notice first =
        Notice.newBuilder()
            .setId(chronicle.id())
            .setSource("muster/sink")
            .setService(service)
            .setTime(received)
            .setNoticeId("move-" + service)
            .setKind(NoticeKind.MAINTENANCE)
            .setStatus(NoticeStatus.SCHEDULED)
            .setBody("We move.")
            .setWindowFrom(from)
            .setWindowTo(from.plus(Duration.ofMinutes(10)).plus(chronicle.some(OLDEST)))
            .build();
    chronicle.tell(Topics.NOTICE, service, first, received);
    Instant again = received.plus(chronicle.some(Duration.ofHours(2))).plusMillis(1);
    Notice next =
        Notice.newBuilder(first)
            .setId(chronicle.id())
            .setTime(again)
            .setStatus(
                chronicle.oneOf(
                    List.of(
                        NoticeStatus.IN_PROGRESS, NoticeStatus.COMPLETED, NoticeStatus.RESOLVED)))
            .setWindowTo(again.plusSeconds(600))
            .build();
    chronicle.tell(Topics.NOTICE, service, next, again);
  }

  private void waiver(String service) {
    Instant asked = chronicle.any();
    Waiver proposed = Facts.waiver(service, WaiverState.PROPOSED, "ann@example.org", asked, asked);
    Instant expires = asked.plus(Duration.ofMinutes(30)).plus(chronicle.some(OLDEST));
    Waiver open = Waiver.newBuilder(proposed).setId(chronicle.id()).setExpires(expires).build();
    chronicle.tell(Topics.WAIVER, service, open, asked);
    Instant said = asked.plusSeconds(60);
    Waiver approved =
        Waiver.newBuilder(open)
            .setId(chronicle.id())
            .setState(WaiverState.APPROVED)
            .setBy(Town.APPROVER)
            .setTime(said)
            .build();
    chronicle.tell(Topics.WAIVER, service, approved, said);
  }
}
