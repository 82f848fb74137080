package dev.muster.core.deploy;

import dev.muster.core.gate.DeployEvidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The deployments of one service: all of the last 100 days, of a service that is deployed less
 * often the newest 200. Not for use by several threads.
 */
public final class DeployLog {
  /** As long as a scan may wait for what it looked at to be deployed. */
  public static final Duration KEPT = Duration.ofDays(100);

  /** Kept at any age. */
  public static final int ALWAYS = 200;

  /** Never more, at any age: twenty a day. */
  public static final int MOST = 2_000;

  private final Map<Deployment.Id, Deployment> all = new HashMap<>();

  /** As it was when its {@link #newestFirst()} were written down. */
  public static DeployLog of(Iterable<Deployment> deployments) {
    DeployLog log = new DeployLog();
    deployments.forEach(deployment -> log.all.put(deployment.id(), deployment));
    return log;
  }

  /** Adds a step; the deployment as it stands now, empty when the step says nothing new. */
  public Optional<Deployment> put(DeployEvidence step) {
    Deployment first = Deployment.of(step);
    Deployment before = all.get(first.id());
    Deployment after = before == null ? first : before.with(step);
    all.put(first.id(), after);
    return after.equals(before) ? Optional.empty() : Optional.of(after);
  }

  /** Forgets what need not be kept any longer, and tells what that was. */
  public List<Deployment> forget(Instant now) {
    if (all.size() <= ALWAYS) {
      return List.of();
    }
    Instant kept = now.minus(KEPT);
    List<Deployment> sorted = newestFirst();
    List<Deployment> forgotten = new ArrayList<>();
    for (int i = ALWAYS; i < sorted.size(); i++) {
      Deployment each = sorted.get(i);
      if (i >= MOST || each.times().told().isBefore(kept)) {
        forgotten.add(each);
      }
    }
    forgotten.forEach(each -> all.remove(each.id()));
    return forgotten;
  }

  /** All there are. */
  public List<Deployment> newestFirst() {
    return all.values().stream().sorted(Collections.reverseOrder(Deployment.BY_AGE)).toList();
  }
}
