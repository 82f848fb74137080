package dev.muster.core.deploy;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which change a failure is laid to: the one that is named, else the latest that went to production
 * before it. While a rollback is that latest one, an old release runs, and no change is to blame.
 */
final class Blame {
  /**
   * How long after a change a failure is laid to it unsaid: a day, in which it has met each hour's
   * load once. Our own choice: what breaks later has as likely another cause.
   */
  static final Duration HORIZON = Duration.ofHours(24);

  private final List<Deployment> latestFirst;

  /** Among all deployments to production, those under way too. */
  Blame(Collection<Deployment> production) {
    this.latestFirst =
        production.stream()
            .sorted(
                Comparator.comparing(Deployment::begun).thenComparing(Deployment.BY_AGE).reversed())
            .toList();
  }

  /** A change that failed, and whether nobody said so. */
  record Laid(Deployment change, boolean inferred) {}

  /** To what a rollback is laid. */
  Optional<Laid> of(Deployment rollback) {
    Predicate<Deployment> same = other -> other.environment().equals(rollback.environment());
    Predicate<Deployment> named =
        other ->
            same.test(other)
                && other.source().equals(rollback.source())
                && isNamed(rollback.release().rollbackOf(), other);
    return of(named, same.and(other -> !other.equals(rollback)), rollback.begun());
  }

  /** To what a page is laid. */
  Optional<Laid> of(Failure failure) {
    return of(other -> isNamed(failure.deploymentId(), other), any -> true, failure.from());
  }

  private static boolean isNamed(@Nullable String deploymentId, Deployment other) {
    return Objects.equals(deploymentId, other.release().deploymentId());
  }

  private Optional<Laid> of(
      Predicate<Deployment> named, Predicate<Deployment> possible, Instant failed) {
    Optional<Deployment> said = latestFirst.stream().filter(named).findFirst();
    if (said.isPresent()) {
      return said.filter(change -> !change.isRollback()).map(change -> new Laid(change, false));
    }
    return latestFirst.stream()
        .filter(possible.and(other -> !other.begun().isAfter(failed)))
        .findFirst()
        .filter(change -> !change.isRollback() && isNear(change, failed))
        .map(change -> new Laid(change, true));
  }

  private static boolean isNear(Deployment change, Instant failed) {
    Instant came = change.came();
    return came == null || !failed.isAfter(came.plus(HORIZON));
  }
}
