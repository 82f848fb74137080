package dev.muster.core.deploy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person was called for, and that a deployment may be to blame for: a page, an
 * incident.
 *
 * @param to when it was over; absent while it is not
 * @param deploymentId the deployment its tool ties it to, absent for none
 */
public record Failure(Instant from, @Nullable Instant to, @Nullable String deploymentId) {
  public Failure {
    if (to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("need from <= to, got " + from + " to " + to);
    }
  }
}
