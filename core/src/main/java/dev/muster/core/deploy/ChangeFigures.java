package dev.muster.core.deploy;

import dev.muster.core.gate.DeployEvidence.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a service's changes to production fared in the last 28 days. A change is a deployment that
 * came to its end and takes no other one back. It failed when it says so itself, when it was rolled
 * back, or when somebody was called for what it broke.
 *
 * @param turns when they are others though nothing happens; absent: never
 */
public record ChangeFigures(Changes changes, Recoveries recoveries, @Nullable Instant turns) {
  public static final Duration WINDOW = Duration.ofDays(28);

  /**
   * Changes.
   *
   * @param failed of all
   * @param inferred of the failed: laid to them only because nothing else was deployed since
   */
  public record Changes(long all, long failed, long inferred) {
    public Changes {
      if (inferred < 0 || inferred > failed || failed > all) {
        throw new IllegalArgumentException(
            "need 0 <= inferred <= failed <= all, got %d, %d, %d".formatted(inferred, failed, all));
      }
    }
  }

  /**
   * Recoveries from failed changes: from a page or a failed deployment until the page is over, a
   * deployment succeeds or one is taken back. What overlaps is one.
   *
   * @param over that ended
   * @param took all of these together
   * @param inferred of those that ended
   * @param open not over yet, and in none of the above
   */
  public record Recoveries(long over, Duration took, long inferred, long open) {
    public Recoveries {
      if (inferred < 0 || inferred > over || took.isNegative() || open < 0) {
        throw new IllegalArgumentException(
            "need 0 <= inferred <= over, got %d, %d, in %s; open %d"
                .formatted(inferred, over, took, open));
      }
    }
  }

  /**
   * Counts.
   *
   * @param production all deployments to production that are known, of one service
   * @param failures that people were called for
   */
  public static ChangeFigures of(
      Collection<Deployment> production, Collection<Failure> failures, Instant now) {
    return new Fate(production, failures).figures(now);
  }

  /** What became of each change. */
  private static final class Fate {
    private final Collection<Deployment> production;
    private final Blame blame;
    private final Map<Deployment.Id, Boolean> failed = new HashMap<>();
    private final List<Outage> outages = new ArrayList<>();

    Fate(Collection<Deployment> production, Collection<Failure> failures) {
      this.production = production;
      this.blame = new Blame(production);
      production.forEach(this::ofDeployment);
      failures.forEach(this::ofPage);
    }

    private void ofDeployment(Deployment deployment) {
      Optional<Blame.Laid> laid =
          deployment.isRollback()
              ? Optional.of(deployment).filter(Fate::wasTried).flatMap(blame::of)
              : Optional.of(deployment)
                  .filter(Fate::failedItself)
                  .map(it -> new Blame.Laid(it, false));
      laid.ifPresent(of -> note(of, deployment.times().failed(), end(deployment)));
    }

    private void ofPage(Failure failure) {
      blame.of(failure).ifPresent(laid -> note(laid, failure.from(), failure.to()));
    }

    private void note(Blame.Laid laid, @Nullable Instant from, @Nullable Instant to) {
      failed.merge(laid.change().id(), laid.inferred(), Boolean::logicalAnd);
      if (from != null) {
        outages.add(new Outage(from, to, laid.inferred()));
      }
    }

    /** One that was stopped took nothing back. */
    private static boolean wasTried(Deployment rollback) {
      return switch (rollback.outcome()) {
        case SUCCEEDED, FAILED, ROLLED_BACK -> true;
        case STARTED, ABORTED, UNKNOWN -> false;
      };
    }

    private static boolean failedItself(Deployment change) {
      return switch (change.outcome()) {
        case FAILED, ABORTED, ROLLED_BACK -> true;
        case STARTED, SUCCEEDED, UNKNOWN -> false;
      };
    }

    /** When what ran in its environment was good again after it had failed. */
    private @Nullable Instant end(Deployment deployment) {
      Instant from = deployment.times().failed();
      return production.stream()
          .filter(other -> other.environment().equals(deployment.environment()))
          .flatMap(Fate::good)
          .filter(instant -> from != null && instant.isAfter(from))
          .min(Instant::compareTo)
          .orElse(null);
    }

    private static Stream<Instant> good(Deployment deployment) {
      Instant back =
          deployment.outcome() == Outcome.ROLLED_BACK ? deployment.times().ended() : null;
      return Stream.concat(
          Stream.ofNullable(deployment.times().succeeded()), Stream.ofNullable(back));
    }

    ChangeFigures figures(Instant now) {
      List<Deployment> changes =
          production.stream()
              .filter(each -> !each.isRollback() && ended(each))
              .filter(each -> isInside(each.came(), now))
              .toList();
      List<Boolean> bad =
          changes.stream().flatMap(each -> Stream.ofNullable(failed.get(each.id()))).toList();
      List<Outage> all =
          Outage.merged(outages).stream().filter(each -> isInside(last(each), now)).toList();
      List<Outage> over = all.stream().filter(each -> each.to() != null).toList();
      return new ChangeFigures(
          new Changes(changes.size(), bad.size(), bad.stream().filter(one -> one).count()),
          new Recoveries(
              over.size(),
              over.stream().map(Fate::length).reduce(Duration.ZERO, Duration::plus),
              over.stream().filter(Outage::inferred).count(),
              (long) all.size() - over.size()),
          Stream.concat(changes.stream().map(Deployment::came), all.stream().map(Fate::last))
              .flatMap(Stream::ofNullable)
              .map(instant -> instant.plus(WINDOW))
              .min(Instant::compareTo)
              .orElse(null));
    }

    private static boolean ended(Deployment change) {
      return change.outcome() == Outcome.SUCCEEDED || failedItself(change);
    }

    private static boolean isInside(@Nullable Instant instant, Instant now) {
      return instant != null && instant.plus(WINDOW).isAfter(now);
    }

    /** What is not over counts from its beginning. */
    private static Instant last(Outage outage) {
      return outage.to() == null ? outage.from() : outage.to();
    }

    private static Duration length(Outage outage) {
      return Duration.between(outage.from(), last(outage));
    }
  }
}
