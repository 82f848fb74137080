package dev.muster.streams.state;

import dev.muster.core.deploy.Deployment;
import dev.muster.core.gate.DeployEvidence.Outcome;
import dev.muster.core.gate.DeployEvidence.Release;
import dev.muster.core.gate.DeployEvidence.Trigger;

/** Deployments in bytes; the first says by which format. */
final class DeployCodec {
  private static final int DEPLOYMENT_1 = 1;

  private DeployCodec() {}

  static byte[] write(Deployment deployment) {
    Release release = deployment.release();
    Deployment.Times times = deployment.times();
    return new ByteSink()
        .number(DEPLOYMENT_1)
        .text(deployment.source())
        .text(deployment.environment())
        .text(deployment.outcome().name())
        .text(deployment.trigger().name())
        .text(release.deploymentId())
        .optionalText(release.version())
        .optionalText(release.commit())
        .optionalText(release.imageDigest())
        .optionalText(release.rollbackOf())
        .optional(times.started(), ByteSink::instant)
        .optional(times.succeeded(), ByteSink::instant)
        .optional(times.ended(), ByteSink::instant)
        .instant(times.told())
        .bytes();
  }

  static Deployment read(byte[] bytes) {
    ByteSource in = StateCodec.of(bytes, DEPLOYMENT_1, "deployments");
    return new Deployment(
        in.text(),
        in.text(),
        Outcome.valueOf(in.text()),
        Trigger.valueOf(in.text()),
        new Release(
            in.text(), in.optionalText(), in.optionalText(), in.optionalText(), in.optionalText()),
        new Deployment.Times(
            in.optional(ByteSource::instant),
            in.optional(ByteSource::instant),
            in.optional(ByteSource::instant),
            in.instant()));
  }
}
