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

    assertThat(past.confirms(failed, failed.plusSeconds(59))).isTrue();
    assertThat(past.confirms(failed.minusSeconds(120), failed.minusSeconds(1))).isFalse();
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

    assertThat(past.confirms(failed, failed.plusSeconds(59))).isTrue();
    assertThat(past.confirms(less, less.plusSeconds(59))).isFalse();
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
    // twice the pace over six hours: from the first minute on; a gap holds it up longer
    assertThat(past.paging(failed, now))
        .containsExactly(
            new SloPast.Span(failed, failed.plusSeconds(1_800)),
            new SloPast.Span(failed.plusSeconds(2_400), failed.plusSeconds(3_960)));
    assertThat(past.reach()).isBefore(START);
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
