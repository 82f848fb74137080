package dev.muster.streams.state;

import dev.muster.core.deploy.Deployment;
import dev.muster.core.gate.DeployEvidence.Outcome;
import dev.muster.core.gate.DeployEvidence.Release;
import dev.muster.core.gate.DeployEvidence.Trigger;
import java.time.Instant;

/** Deployments in bytes; the first says by which format. */
final class DeployCodec {
  /** As {@link #DEPLOYMENT_2}, and does not tell when it failed. */
  private static final int DEPLOYMENT_1 = 1;

  private static final int DEPLOYMENT_2 = 2;

  private DeployCodec() {}

  static byte[] write(Deployment deployment) {
    Release release = deployment.release();
    Deployment.Times times = deployment.times();
    return new ByteSink()
        .number(DEPLOYMENT_2)
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
        .optional(times.failed(), ByteSink::instant)
        .bytes();
  }

  static Deployment read(byte[] bytes) {
    ByteSource in = new ByteSource(bytes);
    int format = StateCodec.known(in.size(), "deployments", DEPLOYMENT_1, DEPLOYMENT_2);
    return new Deployment(
        in.text(),
        in.text(),
        Outcome.valueOf(in.text()),
        Trigger.valueOf(in.text()),
        new Release(
            in.text(), in.optionalText(), in.optionalText(), in.optionalText(), in.optionalText()),
        times(in, format));
  }

  private static Deployment.Times times(ByteSource in, int format) {
    Instant started = in.optional(ByteSource::instant);
    Instant succeeded = in.optional(ByteSource::instant);
    Instant ended = in.optional(ByteSource::instant);
    Instant told = in.instant();
    Instant failed = format == DEPLOYMENT_1 ? null : in.optional(ByteSource::instant);
    return new Deployment.Times(started, succeeded, ended, told, failed);
  }
}
