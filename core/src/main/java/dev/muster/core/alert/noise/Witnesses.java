package dev.muster.core.alert.noise;

import java.time.Instant;
import java.util.Map;

/**
 * Who is asked about a service's alerts.
 *
 * @param sources when each of its sources of alerts was first heard, by event time
 */
public record Witnesses(
    Deployments deployments, Confirmation confirmation, Map<String, Instant> sources) {
  public static final Witnesses NONE = new Witnesses(Deployments.NONE, Confirmation.NONE, Map.of());

  public Witnesses {
    sources = Map.copyOf(sources);
  }
}
