package dev.muster.streams.state;

import dev.muster.core.catalogue.Strategy;
import dev.muster.core.gate.BackupEvidence;
import dev.muster.core.gate.DeployEvidence;
import dev.muster.core.gate.Evidence;
import dev.muster.core.gate.Origin;
import dev.muster.core.gate.Position;
import dev.muster.core.gate.Proof;
import dev.muster.core.gate.ScanEvidence;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Events as the gates read them, in bytes. Enums are written by name: their order may change. */
final class EvidenceCodec {
  private static final int SCAN = 1;
  private static final int BACKUP = 2;
  private static final int DEPLOY = 3;

  private EvidenceCodec() {}

  static void write(ByteSink out, Evidence evidence) {
    if (evidence instanceof ScanEvidence scan) {
      scan(origin(out.number(SCAN), scan.origin()), scan);
    } else if (evidence instanceof BackupEvidence backup) {
      backup(origin(out.number(BACKUP), backup.origin()), backup);
    } else if (evidence instanceof DeployEvidence deploy) {
      deploy(origin(out.number(DEPLOY), deploy.origin()), deploy);
    }
  }

  static Evidence read(ByteSource in) {
    int kind = in.size();
    Origin origin = origin(in);
    return switch (kind) {
      case SCAN -> scan(in, origin);
      case BACKUP -> backup(in, origin);
      case DEPLOY -> deploy(in, origin);
      default -> throw new IllegalStateException("need evidence of kind 1 to 3, got " + kind);
    };
  }

  private static ByteSink origin(ByteSink out, Origin origin) {
    Position position = origin.position();
    return out.text(origin.id())
        .text(origin.source())
        .text(origin.subject())
        .instant(origin.time())
        .instant(origin.received())
        .text(position.topic())
        .number(position.partition())
        .number(position.offset());
  }

  private static Origin origin(ByteSource in) {
    return new Origin(
        in.text(),
        in.text(),
        in.text(),
        in.instant(),
        in.instant(),
        new Position(in.text(), in.size(), in.number()));
  }

  private static void scan(ByteSink out, ScanEvidence scan) {
    ScanEvidence.Place place = scan.place();
    out.text(scan.check())
        .optionalText(scan.target())
        .optionalText(place.environment())
        .optionalText(place.ref())
        .optionalText(place.commit())
        .optionalText(place.imageDigest())
        .text(scan.outcome().name())
        .text(scan.proof().name())
        .list(
            new TreeMap<>(scan.values()).entrySet(),
            (sink, value) -> sink.text(value.getKey()).real(value.getValue()))
        .optionalText(scan.report().tool())
        .optionalText(scan.report().url())
        .optionalText(scan.report().attestedBy());
  }

  private static ScanEvidence scan(ByteSource in, Origin origin) {
    return new ScanEvidence(
        origin,
        in.text(),
        in.optionalText(),
        new ScanEvidence.Place(
            in.optionalText(), in.optionalText(), in.optionalText(), in.optionalText()),
        ScanEvidence.Outcome.valueOf(in.text()),
        Proof.valueOf(in.text()),
        values(in),
        new ScanEvidence.Report(in.optionalText(), in.optionalText(), in.optionalText()));
  }

  private static Map<String, Double> values(ByteSource in) {
    Map<String, Double> values = new HashMap<>();
    List<Map.Entry<String, Double>> read = in.list(each -> Map.entry(each.text(), each.real()));
    read.forEach(value -> values.put(value.getKey(), value.getValue()));
    return values;
  }

  private static void backup(ByteSink out, BackupEvidence backup) {
    BackupEvidence.Figures figures = backup.figures();
    out.text(backup.dataset())
        .optionalText(backup.target())
        .text(backup.operation().name())
        .text(backup.outcome().name())
        .text(backup.scope().name())
        .text(backup.verifiedBy().name())
        .optional(figures.bytes(), ByteSink::number)
        .optional(figures.duration(), (sink, duration) -> sink.number(duration.toMillis()))
        .optional(figures.recoveryPoint(), ByteSink::instant)
        .optional(figures.encrypted(), ByteSink::flag)
        .optionalText(figures.region())
        .optional(figures.oldestKept(), ByteSink::instant);
  }

  private static BackupEvidence backup(ByteSource in, Origin origin) {
    return new BackupEvidence(
        origin,
        in.text(),
        in.optionalText(),
        BackupEvidence.Operation.valueOf(in.text()),
        BackupEvidence.Outcome.valueOf(in.text()),
        BackupEvidence.Scope.valueOf(in.text()),
        BackupEvidence.VerifiedBy.valueOf(in.text()),
        new BackupEvidence.Figures(
            in.optional(ByteSource::number),
            duration(in),
            in.optional(ByteSource::instant),
            in.optional(ByteSource::flag),
            in.optionalText(),
            in.optional(ByteSource::instant)));
  }

  private static void deploy(ByteSink out, DeployEvidence deploy) {
    DeployEvidence.Release release = deploy.release();
    out.text(deploy.environment())
        .text(deploy.outcome().name())
        .text(deploy.trigger().name())
        .optional(deploy.strategy(), (sink, strategy) -> sink.text(strategy.name()))
        .text(release.deploymentId())
        .optionalText(release.version())
        .optionalText(release.commit())
        .optionalText(release.imageDigest())
        .optionalText(release.rollbackOf())
        .optional(deploy.duration(), (sink, duration) -> sink.number(duration.toMillis()));
  }

  private static DeployEvidence deploy(ByteSource in, Origin origin) {
    return new DeployEvidence(
        origin,
        in.text(),
        DeployEvidence.Outcome.valueOf(in.text()),
        DeployEvidence.Trigger.valueOf(in.text()),
        in.optional(each -> Strategy.valueOf(each.text())),
        new DeployEvidence.Release(
            in.text(), in.optionalText(), in.optionalText(), in.optionalText(), in.optionalText()),
        duration(in));
  }

  private static @Nullable Duration duration(ByteSource in) {
    return in.optional(each -> Duration.ofMillis(each.number()));
  }
}
