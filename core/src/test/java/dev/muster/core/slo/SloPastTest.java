package dev.muster.core.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SloPastTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final int DAY = 24 * 60;

  private Instant now = START;
  private BurnBook book =
      BurnBook.define(slo(BurnRule.BUILT_IN), new Shelf(), Exclusions.NONE, now);

  @Test
  void aRuleThatHeldConfirmsTheMinutesInWhichItDid() {
    minutes(DAY, 1_000);
    Instant failed = now;
    minutes(5, 0);
    minutes(600, 1_000);

    SloPast past = book.past().orElseThrow();

    assertThat(past.confirms(failed, failed.plusSeconds(60))).isTrue();
    assertThat(past.confirms(failed.minusSeconds(120), failed)).isFalse();
    assertThat(past.confirms(failed.plusSeconds(5), failed.plusSeconds(30))).isTrue();
  }

  @Test
  void aHundredthOfTheBudgetConfirmsWhereNoRuleHeld() {
    // given: nobody is called; the budget of ten days is 14.4 minutes of failure
    book = BurnBook.define(slo(List.of()), new Shelf(), Exclusions.NONE, now);
    minutes(10 * DAY, 1_000);
    Instant failed = now;
    minutes(1, 855);
    Instant less = now;
    minutes(1, 857);

    SloPast past = book.past().orElseThrow();

    assertThat(past.confirms(failed, failed.plusSeconds(60))).isTrue();
    assertThat(past.confirms(less, less.plusSeconds(60))).isFalse();
  }

  @Test
  void minutesSampledAndMinutesThatWokeNobodyAreCounted() {
    minutes(DAY, 1_000);
    Instant failed = now;
    minutes(30, 0);
    now = now.plusSeconds(600);
    minutes(30, 1_000);

    SloPast past = book.past().orElseThrow();

    assertThat(past.sampled(failed, now)).isEqualTo(60);
    // within six hours and thirty minutes more than 6 times the pace, from the third minute on
    long missed = past.missed(failed, now, any -> false);
    assertThat(missed).isBetween(50L, 60L);
    long half =
        past.missed(failed, now, slice -> Slice.start(slice).isBefore(failed.plusSeconds(900)));
    assertThat(half).isLessThan(missed);
  }

  private void minutes(int count, long good) {
    for (int i = 0; i < count; i++) {
      Instant from = now;
      now = now.plusSeconds(60);
      book.read(new Sample(from, now, good, 1_000, i), now, now, any -> {});
    }
  }

  private static Slo slo(List<BurnRule> rules) {
    return new Slo(
        "checkout",
        null,
        null,
        new BigDecimal("0.999"),
        Duration.ofDays(10),
        new Budgeting.Occurrences(),
        rules,
        2,
        Duration.ofMinutes(1),
        null);
  }
}
