package dev.muster.core.alert.noise;

import dev.muster.core.deploy.DeployLog;
import dev.muster.core.deploy.Deployment;
import dev.muster.core.gate.DeployEvidence.Outcome;
import dev.muster.core.gate.DeployEvidence.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the production deployments of a service say of its alerts. */
public final class Deployments {
  /** So long after an alert's end somebody may still begin to mend. */
  public static final Duration MENDS = Duration.ofMinutes(60);

  /** So long after a deployment an alert may be of its making. */
  public static final Duration BREAKS = Duration.ofMinutes(30);

  /** How far back the rate of deployments is taken. */
  public static final Duration RATE = Duration.ofDays(28);

  /** A pipeline that would have deployed then with this chance anyway shows nothing. */
  public static final double CHANCE = 0.1;

  public static final Deployments NONE =
      new Deployments(DeployLog.of(List.of()), any -> true, Instant.EPOCH);

  /** How many at each instant. */
  private final TreeMap<Instant, Integer> pipeline = new TreeMap<>();

  private final TreeMap<Instant, Integer> byHand = new TreeMap<>();
  private final TreeMap<Instant, Integer> changes = new TreeMap<>();
  private final Instant reach;
  private Instant known = Instant.MAX;

  /**
   * Of a log.
   *
   * @param reach what began before it may depend on deployments that were forgotten
   */
  public Deployments(DeployLog log, Predicate<String> isProduction, Instant reach) {
    this.reach = reach;
    for (Deployment deployment : log.newestFirst()) {
      if (isProduction.test(deployment.environment())) {
        add(deployment);
      }
    }
  }

  private void add(Deployment deployment) {
    Deployment.Times times = deployment.times();
    Instant started = times.started();
    boolean undo = deployment.release().rollbackOf() != null;
    if (started != null && (undo || deployment.trigger() == Trigger.MANUAL)) {
      count(byHand, started);
    } else if (started != null) {
      count(pipeline, started);
      known = started.isBefore(known) ? started : known;
    }
    if (deployment.outcome() == Outcome.ROLLED_BACK && !undo && times.ended() != null) {
      count(byHand, times.ended());
    }
    count(changes, started);
    count(changes, times.ended());
  }

  private static void count(Map<Instant, Integer> instants, @Nullable Instant at) {
    if (at != null) {
      instants.merge(at, 1, Integer::sum);
    }
  }

  /**
   * Whether somebody mended by deploying: a rollback or a deployment by hand started after the
   * firing and at most {@link #MENDS} after the end; or one by a pipeline did, of an alert that has
   * ended, whose chance {@code 1 − e^(−rate × span)} to start in that span anyway is under {@link
   * #CHANCE}. The rate is that of the {@link #RATE} before the firing, unknown where no deployment
   * by a pipeline is known from before them. A deployment whose start was not told says nothing.
   *
   * @param end absent: it is open
   */
  public boolean mended(Instant begin, @Nullable Instant end) {
    Instant last = end == null ? Instant.MAX : end.plus(MENDS);
    return isAny(byHand, begin, last)
        || (end != null && isAny(pipeline, begin, last) && chance(begin, last) < CHANCE);
  }

  /** What began before it may depend on deployments that were forgotten. */
  public Instant reach() {
    return reach;
  }

  /** Strictly after the first instant, up to and at the last. */
  private static boolean isAny(
      NavigableMap<Instant, Integer> instants, Instant from, Instant last) {
    Instant next = instants.higherKey(from);
    return next != null && !next.isAfter(last);
  }

  private double chance(Instant begin, Instant last) {
    Instant from = begin.minus(RATE);
    if (known.isAfter(from)) {
      return 1;
    }
    long before =
        pipeline.subMap(from, true, begin, false).values().stream().mapToLong(i -> i).sum();
    double spans = seconds(Duration.between(begin, last)) / seconds(RATE);
    return -Math.expm1(-before * spans);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1_000.0;
  }

  /** Whether a deployment began or ended at most {@link #BREAKS} before an instant, or then. */
  public boolean precede(Instant begin) {
    Instant last = changes.floorKey(begin);
    return last != null && !last.isBefore(begin.minus(BREAKS));
  }
}
