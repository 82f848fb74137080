package dev.muster.core.alert.book;

import dev.muster.core.alert.Alerts;
import dev.muster.core.alert.Episode;
import dev.muster.core.alert.book.Ledger.Pending;
import dev.muster.core.alert.book.Settled.Word;
import dev.muster.core.alert.noise.IsoWeek;
import dev.muster.core.alert.noise.Late;
import dev.muster.core.alert.noise.RotationShare;
import dev.muster.core.alert.noise.RuleWeek;
import dev.muster.core.alert.noise.ServiceWeek;
import dev.muster.core.alert.noise.ServiceWeek.Found;
import dev.muster.core.alert.noise.ServiceWeek.Said;
import dev.muster.core.alert.noise.WeekJudge;
import dev.muster.core.alert.noise.Weeks;
import dev.muster.core.alert.noise.Witnesses;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One settling of a book: what its closed weeks are by what is known now. */
final class Settlement {
  /** What late word may change, and the windows before it. */
  private static final Duration KEPT = AlertBook.LATE.plusDays(42);

  /** As all facts but samples. */
  private static final Duration ANSWERS_KEPT = Duration.ofDays(400);

  /** What answers to proposals rested on is among them. */
  private static final int WEEKS_KEPT = 30;

  private final AlertRows rows;
  private final Ledger ledger;
  private final IsoWeek opened;
  private final Witnesses witnesses;
  private final Instant at;
  private final Weeks weeks;
  private final Collection<Episode> episodes;
  private final List<Word<RuleWeek>> rules = new ArrayList<>();
  private final List<Word<RotationShare>> shares = new ArrayList<>();

  Settlement(AlertRows rows, Ledger ledger, IsoWeek opened, Witnesses witnesses, Instant at) {
    this.rows = rows;
    this.ledger = ledger;
    this.opened = opened;
    this.witnesses = witnesses;
    this.at = at;
    this.weeks = ledger.weeks();
    this.episodes = rows.episodes();
  }

  Settled settle() {
    IsoWeek open = opened;
    while (!weeks.to(open).isAfter(at)) {
      open = open.plus(1);
    }
    Alerts alerts = Alerts.of(episodes, ledger.tenure(), at);
    IsoWeek first = first(alerts);
    if (first.compareTo(open) < 0) {
      WeekJudge judge =
          new WeekJudge(alerts, weeks, ledger.answers(), witnesses, first, rows::week);
      for (IsoWeek week = first; week.compareTo(open) < 0; week = week.plus(1)) {
        say(judge.found(week));
      }
    }
    forget(open);
    Instant kept = at.minus(KEPT);
    rows.put(
        new Ledger(
            ledger.tenure().from(kept),
            ledger.answers().from(at.minus(ANSWERS_KEPT)),
            open,
            nextUnheard(),
            null,
            Lasting.of(alerts, weeks.from(open))));
    return new Settled(rules, shares, !open.equals(opened));
  }

  /** The first week to be judged again: all that follow may rest on it. */
  private IsoWeek first(Alerts alerts) {
    Optional<Instant> touched = touched();
    Optional<IsoWeek> known = known();
    if (touched.isEmpty() || known.isEmpty()) {
      return opened;
    }
    IsoWeek sealed = weeks.of(at.minus(AlertBook.LATE));
    IsoWeek first = later(weeks.of(begun(alerts, touched.get())), later(known.get(), sealed));
    return first.compareTo(opened) < 0 ? first : opened;
  }

  /** The first week that anything is known of. */
  private Optional<IsoWeek> known() {
    return Stream.concat(
            episodes.stream()
                .map(Episode::startedAt)
                .min(Instant::compareTo)
                .map(weeks::of)
                .stream(),
            rows.weeks().stream().map(ServiceWeek::week))
        .min(Comparator.naturalOrder());
  }

  /** The earliest instant that something came late for. */
  private Optional<Instant> touched() {
    Pending pending = ledger.pending();
    Instant unheard = ledger.unheard();
    return Stream.concat(
            Stream.ofNullable(pending).map(Pending::from),
            episodes.stream()
                .filter(episode -> isOver(episode.unheardAt(), unheard))
                .map(Episode::startedAt))
        .min(Instant::compareTo);
  }

  private boolean isOver(@Nullable Instant unheardAt, @Nullable Instant from) {
    return unheardAt != null && from != null && !unheardAt.isBefore(from) && !unheardAt.isAfter(at);
  }

  /** When the first of what was there at an instant began. */
  private static Instant begun(Alerts alerts, Instant instant) {
    return alerts.occurrences().values().stream()
        .flatMap(List::stream)
        .filter(one -> one.begin().isBefore(instant))
        .filter(one -> Lasting.reaches(one.until(), instant))
        .map(one -> one.begin())
        .min(Instant::compareTo)
        .orElse(instant);
  }

  private static IsoWeek later(IsoWeek one, IsoWeek other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  private void say(Found found) {
    IsoWeek week = found.week();
    ServiceWeek before = rows.week(week);
    Map<String, Said<RotationShare>> oldShares = before == null ? Map.of() : before.shares();
    Map<String, RotationShare> newShares = new TreeMap<>(found.shares());
    oldShares.keySet().forEach(old -> newShares.computeIfAbsent(old, RotationShare::nothing));
    ServiceWeek after =
        new ServiceWeek(
            week,
            said(
                week,
                before == null ? Map.of() : before.rules(),
                found.rules(),
                RuleWeek::saysAs,
                rules),
            said(week, oldShares, newShares, RotationShare::equals, shares),
            found.measuredBy(),
            found.missed());
    if (!after.equals(before)) {
      rows.put(after);
    }
  }

  private <T> NavigableMap<String, Said<T>> said(
      IsoWeek week,
      Map<String, Said<T>> before,
      Map<String, T> now,
      BiPredicate<T, T> same,
      List<Word<T>> words) {
    NavigableMap<String, Said<T>> after = new TreeMap<>();
    now.forEach(
        (name, what) -> {
          Said<T> old = before.get(name);
          if (old == null) {
            after.put(name, new Said<>(what, 0));
            words.add(word(week, what, 0, null));
          } else if (same.test(old.what(), what)) {
            after.put(name, new Said<>(what, old.revision()));
          } else {
            after.put(name, new Said<>(what, old.revision() + 1));
            words.add(word(week, what, old.revision() + 1, why()));
          }
        });
    return after;
  }

  private <T> Word<T> word(IsoWeek week, T what, int revision, @Nullable Late why) {
    return new Word<>(week, weeks.from(week), weeks.to(week), what, revision, why);
  }

  private Late why() {
    return Stream.ofNullable(ledger.pending())
        .flatMap(pending -> pending.why().stream())
        .min(Comparator.naturalOrder())
        .orElse(Late.ALERT_UNHEARD);
  }

  private void forget(IsoWeek open) {
    Instant kept = at.minus(KEPT);
    for (Episode episode : episodes) {
      if (episode.newestWord().isBefore(kept)) {
        rows.forget(episode.id());
      }
    }
    IsoWeek oldest = open.plus(-WEEKS_KEPT);
    rows.weeks().stream()
        .map(ServiceWeek::week)
        .filter(week -> week.compareTo(oldest) < 0)
        .forEach(rows::forget);
  }

  private @Nullable Instant nextUnheard() {
    return episodes.stream()
        .map(Episode::unheardAt)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .filter(unheard -> unheard.isAfter(at))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }
}
