package dev.muster.core.alert.noise;

import dev.muster.core.alert.Firing;
import dev.muster.core.alert.Firing.Ending;
import dev.muster.core.alert.Occurrence;
import dev.muster.core.alert.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is noticed about a rule in one week, beside its verdict. */
final class Flags {
  static final Duration STUCK = Duration.ofDays(7);
  static final Duration AGAIN = Duration.ofMinutes(15);
  static final int TIMES = 3;
  static final Duration WITHIN = Duration.ofHours(24);
  static final Duration LONG = Duration.ofDays(60);

  private final RuleHistory history;
  private final Instant from;
  private final Instant to;

  private Flags(RuleHistory history, Instant from, Instant to) {
    this.history = history;
    this.from = from;
    this.to = to;
  }

  static Set<NoiseFlag> of(RuleHistory history, IsoWeek week, Weeks weeks) {
    Flags flags = new Flags(history, weeks.from(week), weeks.to(week));
    Set<NoiseFlag> noticed = EnumSet.noneOf(NoiseFlag.class);
    if (flags.lacksRunbook()) {
      noticed.add(NoiseFlag.NO_RUNBOOK);
    }
    if (history.before(flags.to).anyMatch(flags::isStuck)) {
      noticed.add(NoiseFlag.STUCK);
    }
    if (flags.flaps()) {
      noticed.add(NoiseFlag.FLAPPING);
    }
    if (followsDeployments(history.in(week))) {
      noticed.add(NoiseFlag.AFTER_DEPLOY);
    }
    if (flags.isLongSilenced()) {
      noticed.add(NoiseFlag.LONG_SILENCED);
    }
    return noticed;
  }

  /** Of what asks for a page or a ticket: when it last fired, nothing said what to do. */
  private boolean lacksRunbook() {
    Optional<Occurrence> newest = history.newest(to);
    return newest.isPresent()
        && newest.get().severity() != Severity.INFO
        && !newest.get().hasRunbook();
  }

  /** Open for more than seven days at some instant of the week. */
  private boolean isStuck(Judged one) {
    Instant until = one.occurrence().until();
    Instant last = until.isBefore(to) ? until : to;
    return last.isAfter(from) && last.isAfter(one.begin().plus(STUCK));
  }

  /** The same series fired again just after it had resolved; the last such time is in the week. */
  private boolean flaps() {
    Collection<List<Firing>> series =
        history
            .noticed()
            .collect(
                Collectors.groupingBy(
                    firing ->
                        firing.episode().id().source()
                            + '\0'
                            + firing.episode().id().fingerprint()))
            .values();
    List<Instant> again = new ArrayList<>();
    for (List<Firing> firings : series) {
      firings.sort(Firing.BY_START);
      for (int i = 1; i < firings.size(); i++) {
        if (isSoon(firings.get(i - 1), firings.get(i))) {
          again.add(firings.get(i).start());
        }
      }
    }
    again.sort(Comparator.naturalOrder());
    for (int i = TIMES - 1; i < again.size(); i++) {
      Instant last = again.get(i);
      boolean inWeek = !last.isBefore(from) && last.isBefore(to);
      if (inWeek && !last.isAfter(again.get(i - TIMES + 1).plus(WITHIN))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSoon(Firing before, Firing after) {
    return before.ending() == Ending.RESOLVED && !after.start().isAfter(before.until().plus(AGAIN));
  }

  private static boolean followsDeployments(List<Judged> fired) {
    long after = fired.stream().filter(one -> one.known().afterDeploy()).count();
    return after > 0 && 2 * after >= fired.size();
  }

  /** Silenced still, and nothing of it was heard for long. */
  private boolean isLongSilenced() {
    Instant loud =
        history
            .noticed()
            .filter(firing -> firing.episode().times().silenced() == null)
            .map(Firing::start)
            .filter(start -> start.isBefore(to))
            .max(Comparator.naturalOrder())
            .orElse(Instant.MIN);
    Optional<Instant> since =
        history
            .firings()
            .map(firing -> firing.episode().times().silenced())
            .flatMap(Stream::ofNullable)
            .filter(silenced -> silenced.isAfter(loud))
            .min(Comparator.naturalOrder());
    boolean still =
        history
            .firings()
            .filter(firing -> firing.episode().times().silenced() != null)
            .anyMatch(firing -> RuleHistory.isThere(firing, from, to));
    return still && since.isPresent() && since.get().plus(LONG).isBefore(to);
  }
}
