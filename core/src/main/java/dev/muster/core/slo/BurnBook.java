package dev.muster.core.slo;

import dev.muster.core.slo.BurnStanding.Silence;
import dev.muster.core.slo.Ledger.Entered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Judges one SLO: reads its samples, speaks at its boundaries and at its deadlines. Whoever asks
 * speaks every deadline up to an instant before telling it what was received then. Not for use by
 * several threads.
 *
 * <p>A boundary, the end of a minute, is judged once: when a sample is read that reaches it and was
 * received after it, else when the wait for one ends. A boundary whose minute was not sampled is
 * passed over: what a gap does is said by its deadlines.
 */
public final class BurnBook {
  /** How long a sample may be under way. */
  static final Duration GRACE = Duration.ofMinutes(2);

  private final Slo slo;
  private final HourShelf shelf;
  private final Exclusions exclusions;
  private final Duration lateAfter;
  private final Duration lostAfter;
  private @Nullable Counted counted;
  private BurnStanding standing;

  /**
   * What was counted since the first sample.
   *
   * @param newest end of the newest interval sampled
   */
  public record Counted(Ledger ledger, BurnRules rules, Instant newest) {
    BurnFigures figures() {
      return rules.figures(ledger.windows());
    }

    Counted until(Instant to) {
      return to.isAfter(newest) ? new Counted(ledger, rules, to) : this;
    }
  }

  private BurnBook(Slo slo, HourShelf shelf, Exclusions exclusions, BurnStanding standing) {
    this.slo = slo;
    this.shelf = shelf;
    this.exclusions = exclusions;
    this.lateAfter = slo.sampleInterval().plus(GRACE);
    this.lostAfter = lateAfter.plus(slo.sampleInterval());
    this.standing = standing;
  }

  /** Of an SLO that was never sampled. */
  public static BurnBook define(Slo slo, HourShelf shelf, Exclusions exclusions, Instant now) {
    return new BurnBook(
        slo,
        shelf,
        exclusions,
        new BurnStanding(
            Health.NO_DATA, now, new Call.Quiet(), new BitSet(), now, 0, new Silence(now, now)));
  }

  /** As it was written down. */
  public static BurnBook restore(
      Slo slo,
      HourShelf shelf,
      Exclusions exclusions,
      BurnStanding standing,
      @Nullable Ledger ledger,
      Instant newest) {
    BurnBook book = new BurnBook(slo, shelf, exclusions, standing);
    if (ledger != null) {
      book.counted = new Counted(ledger, new BurnRules(slo, ledger.windows()), newest);
    }
    return book;
  }

  public Slo slo() {
    return slo;
  }

  public BurnStanding standing() {
    return standing;
  }

  /** Absent before the first sample. */
  public @Nullable Counted counted() {
    return counted;
  }

  /** What would be told now. */
  public BurnSaid now() {
    return Sayings.of(slo, standing, counted);
  }

  /** The figures of the boundary judged last; empty before the first sample. */
  public Optional<BurnFigures> figures() {
    return Optional.ofNullable(counted).map(Counted::figures);
  }

  /** What its minutes say of the past; empty before the first sample. */
  public Optional<SloPast> past() {
    return Optional.ofNullable(counted).map(now -> new SloPast(slo, now.ledger()));
  }

  /** What is told of it to where its past is asked about; empty before the first sample. */
  public Optional<SloCopy> copy() {
    return Optional.ofNullable(counted)
        .map(
            now ->
                new SloCopy(
                    slo.target(), slo.period(), slo.budgeting(), exclusions, now.ledger().head()));
  }

  /**
   * An hour that may be told: it is over, or nothing has come for it for long.
   *
   * @param hour counted from the epoch; absent: nothing was sampled in it, it is too old or lasts
   */
  public Optional<SliceHour> told(long hour) {
    Counted now = counted;
    if (now == null) {
      return Optional.empty();
    }
    SliceHour current = now.ledger().current();
    if (hour == current.hour()) {
      return standing.silence().lost() == null ? Optional.empty() : Optional.of(current);
    }
    return Optional.ofNullable(shelf.get(hour));
  }

  /** The last word on it: it is measured no more. */
  public BurnSaid removed(Instant now) {
    Call call = standing.call() instanceof Call.Open ? new Call.Resolved() : standing.call();
    BurnSaid last =
        Sayings.of(slo, standing.becoming(Health.NO_DATA, call, new BitSet(), now), counted);
    return last.because(BurnReason.Code.REMOVED);
  }

  /** When it has something to say by itself; empty: not before a sample comes. */
  public Optional<Instant> next() {
    Counted now = counted;
    if (now == null || standing.silence().lost() != null) {
      return Optional.empty();
    }
    boolean waits = standing.call() instanceof Call.Open || isPending(now);
    return Optional.of(
        waits && standing.silence().late() == null ? late(now.newest()) : lost(now.newest()));
  }

  /**
   * Reads a sample.
   *
   * @param received when it was
   * @param clock the service's, not before that
   */
  public Entered read(Sample sample, Instant received, Instant clock, Consumer<BurnSaid> listener) {
    Counted before = counted;
    Counted now = before == null ? begin(sample) : before;
    Entered entered = now.ledger().enter(sample);
    if (entered != Entered.COUNTED) {
      return entered;
    }
    Silence old = silence(before, clock);
    now = now.until(sample.to());
    counted = now;
    standing = standing.with(silence(now.newest(), old, clock));
    Instant reached = sample.to().isBefore(received) ? sample.to() : received;
    if (!judgeUpTo(now, Slice.at(reached), listener)) {
      boolean back = old.lost() != null && standing.silence().lost() == null;
      Health health = back ? health(now, isIdle(now)) : standing.health();
      settle(health, standing.holding(), sample.to(), listener);
    }
    return entered;
  }

  private Counted begin(Sample sample) {
    Windows windows = Windows.of(slo);
    Ledger ledger =
        Ledger.begin(shelf, windows, new Ledger.Rules(slo.budgeting(), exclusions), sample);
    return new Counted(ledger, new BurnRules(slo, windows), sample.to());
  }

  /** Says what is due at an instant that {@link #next} named, or later. */
  public void turn(Instant at, Consumer<BurnSaid> listener) {
    Counted now = counted;
    if (now == null) {
      return;
    }
    judgeUpTo(now, Slice.at(now.newest()), listener);
    Silence old = standing.silence();
    Silence silence = silence(now.newest(), old, at);
    standing = standing.with(silence);
    if (silence.lost() != null && old.lost() == null) {
      settle(Health.NO_DATA, standing.holding(), silence.lost(), listener);
    } else if (silence.late() != null) {
      settle(standing.health(), standing.holding(), silence.late(), listener);
    }
  }

  /** Goes on without other slices; says so only where that changes anything. */
  public BurnBook excluding(Exclusions but, Instant now, Consumer<BurnSaid> listener) {
    if (counted == null) {
      return new BurnBook(slo, shelf, but, standing);
    }
    List<BurnSaid> said = new ArrayList<>();
    BurnBook book = redefined(slo, but, false, now, said::add);
    BurnSaid last = said.remove(said.size() - 1);
    said.forEach(listener);
    if (last.standing().saysAs(said.isEmpty() ? standing : said.get(said.size() - 1).standing())) {
      book.standing = last.standing().unsaid();
    } else {
      listener.accept(last);
    }
    return book;
  }

  /**
   * Goes on by another definition; says so in any case.
   *
   * @param anew whether what was counted is something else now
   * @param now when that became known
   */
  public BurnBook redefined(
      Slo by, Exclusions but, boolean anew, Instant now, Consumer<BurnSaid> listener) {
    BurnBook book = new BurnBook(by, shelf, but, standing);
    Counted before = counted;
    if (anew) {
      shelf.clear();
      book.standing = define(by, shelf, but, now).standing().after(standing);
      listener.accept(book.now());
      return book;
    } else if (before == null) {
      book.standing = standing.again();
      listener.accept(book.now());
      return book;
    }
    Windows windows = Windows.of(by);
    Ledger.Rules counting = new Ledger.Rules(by.budgeting(), but);
    Ledger ledger = before.ledger().by(windows, counting, before.ledger().head());
    Counted after = new Counted(ledger, new BurnRules(by, windows), before.newest());
    book.counted = after;
    BitSet kept = kept(slo, standing.holding(), by);
    book.standing = standing.with(book.silence(after.newest(), standing.silence(), now)).with(kept);
    if (book.standing.silence().late() != null) {
      book.judgeUpTo(after, Slice.at(after.newest()), listener);
    }
    boolean idle = isIdle(after);
    BitSet held = book.standing.holding();
    BitSet holding = idle ? held : after.rules().holding(windows, sinceFirst(ledger), held);
    ledger.hold(Held.bits(by.rules(), holding));
    BurnStanding next = book.next(book.health(after, idle), holding, now);
    boolean same =
        next.saysAs(book.standing) && kept.cardinality() == standing.holding().cardinality();
    book.standing = same ? book.standing.again() : next;
    listener.accept(book.now());
    return book;
  }

  /** Rules that hold and that it still has. */
  private static BitSet kept(Slo before, BitSet holding, Slo after) {
    BitSet kept = new BitSet();
    for (int i = holding.nextSetBit(0); i >= 0; i = holding.nextSetBit(i + 1)) {
      int place = after.rules().indexOf(before.rules().get(i));
      if (place >= 0) {
        kept.set(place);
      }
    }
    return kept;
  }

  /** Judges every boundary that is not judged yet; false when there is none. */
  private boolean judgeUpTo(Counted now, long last, Consumer<BurnSaid> listener) {
    Ledger ledger = now.ledger();
    boolean judged = false;
    while (ledger.head() < last) {
      ledger.advance();
      if (ledger.isSampled(ledger.head() - 1)) {
        judge(now, listener);
        judged = true;
      }
    }
    return judged;
  }

  private void judge(Counted now, Consumer<BurnSaid> listener) {
    Ledger ledger = now.ledger();
    boolean idle = isIdle(now);
    BitSet holding =
        idle
            ? standing.holding()
            : now.rules().holding(ledger.windows(), sinceFirst(ledger), standing.holding());
    if (!holding.isEmpty()) {
      ledger.hold(Held.bits(slo.rules(), holding));
    }
    settle(health(now, idle), holding, Slice.start(ledger.head()), listener);
  }

  private void settle(Health health, BitSet holding, Instant at, Consumer<BurnSaid> listener) {
    BurnStanding next = next(health, holding, at);
    if (!next.saysAs(standing)) {
      standing = next;
      listener.accept(now());
    }
  }

  private BurnStanding next(Health health, BitSet holding, Instant at) {
    BurnRules by = Objects.requireNonNull(counted).rules();
    boolean frozen = standing.silence().late() != null;
    return standing.becoming(health, by.call(holding, standing.call(), frozen, at), holding, at);
  }

  private static long sinceFirst(Ledger ledger) {
    return ledger.head() - ledger.first();
  }

  /** The last five minutes were sampled, and no sample of them has events. */
  private static boolean isIdle(Counted now) {
    Ledger ledger = now.ledger();
    int traffic = ledger.windows().of(Windows.TRAFFIC);
    long slices = ledger.windows().minutes(traffic);
    if (ledger.windows().sampled(traffic) < slices) {
      return false;
    }
    for (long slice = ledger.head() - 1; slice >= ledger.head() - slices; slice--) {
      if (ledger.isBusy(slice)) {
        return false;
      }
    }
    return true;
  }

  private Health health(Counted now, boolean idle) {
    BurnFigures figures = now.figures();
    if (standing.silence().lost() != null) {
      return Health.NO_DATA;
    } else if (idle || figures.total() == 0) {
      return Health.NO_TRAFFIC;
    } else if (figures.isSpent()) {
      return Health.SPENT;
    }
    return figures.isAtRisk() ? Health.AT_RISK : Health.MEETING;
  }

  private boolean isPending(Counted now) {
    return Slice.at(now.newest()) > now.ledger().head();
  }

  private Silence silence(@Nullable Counted before, Instant clock) {
    return before == null
        ? standing.silence()
        : silence(before.newest(), standing.silence(), clock);
  }

  private Silence silence(Instant newest, Silence old, Instant clock) {
    return new Silence(
        since(late(newest), old.late(), clock), since(lost(newest), old.lost(), clock));
  }

  private static @Nullable Instant since(Instant due, @Nullable Instant before, Instant clock) {
    if (clock.isBefore(due)) {
      return null;
    }
    return before == null ? due : before;
  }

  private Instant late(Instant newest) {
    return newest.plus(lateAfter);
  }

  private Instant lost(Instant newest) {
    return newest.plus(lostAfter);
  }
}
