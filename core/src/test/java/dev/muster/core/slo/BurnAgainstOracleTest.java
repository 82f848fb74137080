package dev.muster.core.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BurnAgainstOracleTest {
  private static final Instant START = Instant.parse("2026-12-27T22:30:00Z");

  @Test
  void whateverHappensAnSloStandsAsAddingUpAllItsSamplesSays() {
    IntStream.range(0, 1_500).parallel().forEach(seed -> new Story(seed).run());
  }

  /** One SLO's life: outages, gaps, late and repeated samples, quiet hours, other rules. */
  private static final class Story {
    private final int seed;
    private final Random random;
    private final Shelf shelf = new Shelf();
    private final List<Sample> sent = new ArrayList<>();
    private final List<Sample> held = new ArrayList<>();
    private Slo slo;
    private List<Exclusions.Span> exclusions = List.of();
    private BurnBook book;
    private final PlainBurn model;
    private Instant event = START;
    private Instant clock = START;
    private double badness;
    private long identity;
    private @Nullable BurnSaid told;

    Story(int seed) {
      this.seed = seed;
      this.random = new Random(seed);
      this.slo = slo();
      this.book = BurnBook.define(slo, shelf, Exclusions.NONE, clock);
      this.model = new PlainBurn(slo, clock);
    }

    void run() {
      for (int step = 0; step < 120; step++) {
        int what = random.nextInt(100);
        if (what < 70) {
          sample();
        } else if (what < 76 && !sent.isEmpty()) {
          read(sent.get(random.nextInt(sent.size())), clock);
        } else if (what < 82 && !held.isEmpty()) {
          read(held.remove(random.nextInt(held.size())), clock);
        } else if (what < 86) {
          gap();
        } else if (what < 88) {
          redefine(slo(), exclusions);
        } else if (what < 90) {
          redefine(slo, exclude());
        } else if (what < 94) {
          badness = new double[] {0, 0, 0.0005, 0.02, 0.3, 1}[random.nextInt(6)];
        } else if (what < 97) {
          restart();
        } else {
          advance(clock.plusSeconds(random.nextInt(600)));
        }
        compare(step);
      }
    }

    private Slo slo() {
      List<BurnRule> rules = new ArrayList<>(BurnRule.BUILT_IN);
      if (random.nextInt(3) == 0) {
        rules.remove(random.nextInt(rules.size()));
      }
      if (random.nextInt(3) == 0) {
        rules.add(
            new BurnRule(
                Tier.TICKET,
                new BigDecimal("0.05"),
                Duration.ofMinutes(40),
                Duration.ofMinutes(10),
                random.nextBoolean()));
      }
      Budgeting budgeting =
          slo != null
              ? slo.budgeting()
              : random.nextInt(3) > 0
                  ? new Budgeting.Occurrences()
                  : new Budgeting.Timeslices(
                      new BigDecimal("0.9"),
                      Duration.ofMinutes(new int[] {1, 5, 10}[random.nextInt(3)]));
      return new Slo(
          "checkout",
          null,
          null,
          new BigDecimal(new String[] {"0.9", "0.99", "0.999"}[random.nextInt(3)]),
          Duration.ofDays(new int[] {7, 14, 28, 30, 40}[random.nextInt(5)]),
          budgeting,
          rules,
          1 + random.nextInt(3),
          Duration.ofMinutes(new int[] {1, 1, 5, 30}[random.nextInt(4)]),
          null);
    }

    private void sample() {
      int seconds = new int[] {15, 30, 60, 60, 60, 60, 300, 600, 1800, 3600}[random.nextInt(10)];
      Instant from = event;
      event = event.plusSeconds(seconds);
      long total = random.nextInt(8) == 0 ? 0 : random.nextInt(200);
      long bad = Math.min(total, Math.round(total * badness * (0.5 + random.nextDouble())));
      Sample sample = new Sample(from, event, total - bad, total, identity++);
      if (random.nextInt(12) == 0) {
        held.add(sample);
        return;
      }
      Instant received = event.plusMillis(random.nextInt(20_000) - 4_000);
      sent.add(sample);
      read(sample, received.isAfter(clock) ? received : clock);
    }

    private void gap() {
      int minutes = new int[] {2, 3, 5, 45, 400, 3_000, 20_000}[random.nextInt(7)];
      event = event.plus(Duration.ofMinutes(1 + random.nextInt(minutes)));
      if (random.nextInt(4) > 0) {
        advance(event.isAfter(clock) ? event : clock);
      }
    }

    private List<Exclusions.Span> exclude() {
      long from = Slice.at(event) - random.nextInt(200);
      return random.nextInt(4) == 0
          ? List.of()
          : List.of(new Exclusions.Span(from, from + random.nextInt(300)));
    }

    private void read(Sample sample, Instant received) {
      advance(received);
      book.read(sample, received, clock, said -> told = said);
      model.read(sample, received);
    }

    private void redefine(Slo by, List<Exclusions.Span> but) {
      slo = by;
      exclusions = but;
      book = book.redefined(by, new Exclusions(but), false, clock, said -> told = said);
      model.redefine(by, but, clock);
    }

    private void advance(Instant to) {
      Optional<Instant> due = book.next();
      while (due.isPresent() && !due.get().isAfter(to)) {
        book.turn(due.get(), said -> told = said);
        due = book.next();
      }
      clock = to;
      model.clock(to);
    }

    /** From what was written down alone. */
    private void restart() {
      BurnBook.Counted counted = book.counted();
      if (counted == null) {
        return;
      }
      Ledger old = counted.ledger();
      Windows windows = Windows.of(slo);
      for (int i = 0; i < windows.size(); i++) {
        Windows from = old.windows();
        windows.put(i, from.good(i), from.total(i), from.sampled(i));
      }
      Exclusions but = new Exclusions(exclusions);
      Ledger ledger =
          new Ledger(
              shelf,
              windows,
              new Ledger.Rules(slo.budgeting(), but),
              Shelf.copy(old.current()),
              old.first(),
              old.head());
      book = BurnBook.restore(slo, shelf, but, book.standing(), ledger, counted.newest());
    }

    private void compare(int step) {
      String where = "seed " + seed + " step " + step;
      BurnStanding standing = book.standing();
      assertThat(standing.health().name()).as(where).isEqualTo(model.health);
      assertThat(standing.healthSince()).as(where).isEqualTo(model.healthSince);
      assertThat(rules(standing)).as(where).isEqualTo(model.holding);
      Call call =
          model.tier != null
              ? new Call.Open(model.tier, Objects.requireNonNull(model.alertSince), model.frozen())
              : model.ended ? new Call.Resolved() : new Call.Quiet();
      assertThat(standing.call()).as(where).isEqualTo(call);
      assertThat(standing.since()).as(where).isEqualTo(model.since);
      BurnBook.Counted counted = book.counted();
      if (counted != null) {
        Windows windows = counted.ledger().windows();
        for (int i = 0; i < windows.size(); i++) {
          assertThat(windows.sampled(i))
              .as(where + " slices sampled of " + windows.minutes(i))
              .isEqualTo(model.sampled(windows.minutes(i)));
          assertThat(new long[] {windows.good(i), windows.total(i)})
              .as(where + " window " + windows.minutes(i))
              .isEqualTo(model.sum(windows.minutes(i)));
        }
      }
      if (told != null) {
        assertThat(told.standing().revision()).as(where).isEqualTo(standing.revision());
      }
    }

    private Set<BurnRule> rules(BurnStanding standing) {
      Set<BurnRule> rules = new HashSet<>();
      standing.holding().stream().forEach(i -> rules.add(slo.rules().get(i)));
      return rules;
    }
  }
}
