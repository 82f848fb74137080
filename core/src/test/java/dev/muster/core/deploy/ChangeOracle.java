package dev.muster.core.deploy;

import dev.muster.core.deploy.ChangeFigures.Changes;
import dev.muster.core.deploy.ChangeFigures.Recoveries;
import dev.muster.core.gate.DeployEvidence.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The same in the plainest words: who is to blame by looking at everybody, outages as marks on a
 * strip of half minutes. To the minute only.
 */
final class ChangeOracle {
  /** So that what touches shares a mark and what is a minute apart does not. */
  private static final int MARKS = 2 * (ChangeHistories.MINUTES + 1_000);

  private final List<Deployment> all;
  private final Set<String> said = new HashSet<>();
  private final Set<String> inferred = new HashSet<>();
  private final boolean[] sure = new boolean[MARKS];
  private final boolean[] unsure = new boolean[MARKS];

  ChangeOracle(List<Deployment> all, List<Failure> failures) {
    this.all = all;
    for (Deployment one : all) {
      Outcome outcome = one.outcome();
      boolean back = one.release().rollbackOf() != null;
      boolean tried = outcome == Outcome.SUCCEEDED;
      boolean bad = outcome == Outcome.FAILED || outcome == Outcome.ROLLED_BACK;
      if (back && (tried || bad)) {
        lay(named(one), before(one.environment(), begun(one), one), begun(one), spell(one));
      } else if (!back && (bad || outcome == Outcome.ABORTED)) {
        lay(List.of(one), null, begun(one), spell(one));
      }
    }
    for (Failure one : failures) {
      Deployment named = latest(all.stream().filter(it -> id(it, one.deploymentId())).toList());
      lay(
          named == null ? List.of() : List.of(named),
          before(null, one.from(), null),
          one.from(),
          new Spell(one.from(), one.to()));
    }
  }

  private record Spell(@Nullable Instant from, @Nullable Instant to) {}

  private static boolean id(Deployment one, @Nullable String id) {
    return one.release().deploymentId().equals(id);
  }

  private List<Deployment> named(Deployment back) {
    return all.stream()
        .filter(one -> one.environment().equals(back.environment()))
        .filter(one -> id(one, back.release().rollbackOf()))
        .toList();
  }

  @SuppressWarnings("ReferenceEquality") // itself alone, not another that says the same
  private @Nullable Deployment before(
      @Nullable String environment, Instant at, @Nullable Deployment self) {
    return latest(
        all.stream()
            .filter(one -> one != self && !begun(one).isAfter(at))
            .filter(one -> environment == null || one.environment().equals(environment))
            .toList());
  }

  private static @Nullable Deployment latest(List<Deployment> some) {
    Deployment latest = null;
    for (Deployment one : some) {
      latest = latest == null || key(one).compareTo(key(latest)) > 0 ? one : latest;
    }
    return latest;
  }

  private static String key(Deployment one) {
    return "%d %d %s %s %s"
        .formatted(
            begun(one).toEpochMilli(),
            one.times().told().toEpochMilli(),
            one.source(),
            one.environment(),
            one.release().deploymentId());
  }

  private static Instant begun(Deployment one) {
    Deployment.Times times = one.times();
    if (times.started() != null) {
      return times.started();
    }
    return times.succeeded() != null
        ? times.succeeded()
        : times.ended() != null ? times.ended() : times.told();
  }

  private static @Nullable Instant came(Deployment one) {
    return one.times().succeeded() == null ? one.times().ended() : one.times().succeeded();
  }

  private void lay(List<Deployment> named, @Nullable Deployment before, Instant at, Spell spell) {
    boolean linked = !named.isEmpty();
    Deployment change = linked ? named.get(0) : before;
    if (change == null || change.release().rollbackOf() != null) {
      return;
    }
    Instant came = came(change);
    if (!linked && came != null && Duration.between(came, at).toMinutes() > 24 * 60) {
      return;
    }
    (linked ? said : inferred).add(change.environment() + change.release().deploymentId());
    if (spell.from() != null) {
      int to = spell.to() == null ? MARKS - 1 : mark(spell.to());
      for (int i = mark(spell.from()); i <= to; i++) {
        (linked ? sure : unsure)[i] = true;
      }
    }
  }

  private static int mark(Instant instant) {
    return (int) (2 * Duration.between(ChangeHistories.START, instant).toMinutes());
  }

  private Spell spell(Deployment failed) {
    Instant from = failed.times().failed();
    Instant to = null;
    for (Deployment one : all) {
      Instant back = one.outcome() == Outcome.ROLLED_BACK ? one.times().ended() : null;
      for (Instant good : new Instant[] {one.times().succeeded(), back}) {
        boolean counts =
            from != null
                && good != null
                && good.isAfter(from)
                && one.environment().equals(failed.environment());
        to = counts && (to == null || good.isBefore(to)) ? good : to;
      }
    }
    return new Spell(from, to);
  }

  Changes changes(Instant now) {
    long count = 0;
    long failed = 0;
    long unsaid = 0;
    for (Deployment one : all) {
      boolean ended = one.outcome() != Outcome.STARTED && one.outcome() != Outcome.UNKNOWN;
      Instant came = came(one);
      if (one.release().rollbackOf() != null || !ended || came == null || old(came, now)) {
        continue;
      }
      String name = one.environment() + one.release().deploymentId();
      count++;
      failed += said.contains(name) || inferred.contains(name) ? 1 : 0;
      unsaid += !said.contains(name) && inferred.contains(name) ? 1 : 0;
    }
    return new Changes(count, failed, unsaid);
  }

  private static boolean old(Instant instant, Instant now) {
    return Duration.between(instant, now).toMinutes() >= 28 * 24 * 60;
  }

  Recoveries recoveries(Instant now) {
    long over = 0;
    long minutes = 0;
    long unsaid = 0;
    long open = 0;
    for (int i = 0; i < MARKS; i++) {
      if (!sure[i] && !unsure[i]) {
        continue;
      }
      int from = i;
      boolean told = false;
      while (i < MARKS && (sure[i] || unsure[i])) {
        told = told || sure[i];
        i++;
      }
      boolean ended = i < MARKS;
      if (old(ChangeHistories.minute((ended ? i - 1 : from) / 2), now)) {
        continue;
      }
      over += ended ? 1 : 0;
      minutes += ended ? (i - 1 - from) / 2 : 0;
      unsaid += ended && !told ? 1 : 0;
      open += ended ? 0 : 1;
    }
    return new Recoveries(over, Duration.ofMinutes(minutes), unsaid, open);
  }
}
