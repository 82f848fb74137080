package dev.muster.core.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

/** Figures that the field knows. */
class BurnVectorsTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
  private static final int DAY = 24 * 60;

  @Test
  void timeslicesSpendTwoWeeksAtNinetyFivePercentIn16Hours48MinutesOfAttack() {
    // given: the example of the OpenSLO README: 99 % in the background, 1 % under attack
    Slo slo =
        slo("0.95", 14, new Budgeting.Timeslices(new BigDecimal("0.95"), Duration.ofMinutes(1)));
    Played played = new Played(slo);

    // when
    played.minutes(14 * DAY, any -> 990);
    assertThat(played.book.standing().health()).isEqualTo(Health.MEETING);
    int attack = 0;
    while (played.book.standing().health() != Health.SPENT) {
      played.minutes(1, any -> 10);
      attack++;
    }

    // then
    assertThat(Duration.ofMinutes(attack)).isEqualTo(Duration.ofHours(16).plusMinutes(48));
    assertThat(played.book.now().budgetLeft()).hasValue(0);
  }

  @Test
  void anOutageOfFiveMinutesHoldsSomeRuleFor364Minutes() {
    // given
    Played played = new Played(slo("0.999", 30, new Budgeting.Occurrences()));
    played.minutes(4 * DAY, any -> 1_000);

    // when
    int during = played.heldOf(5, any -> 0);
    int after = played.heldOf(8 * 60, any -> 1_000);

    // then: from the end of its first minute on
    assertThat(during + after).isEqualTo(364);
  }

  @Test
  void oneFailureOf69InAnHourPagesAndOneOf70DoesNot() {
    assertThat(pages(69, 1)).isTrue();
    assertThat(pages(70, 1)).isFalse();
  }

  @Test
  void oneFailureAlonePagesNobodyUnlessAskedFor() {
    assertThat(pages(1, 2)).isFalse();
    assertThat(pages(1, 1)).isTrue();
  }

  @Test
  void aSampleOfAnHourIsTrafficForAllOfIt() {
    Slo slo = slo("0.999", 30, new Budgeting.Occurrences());
    BurnBook book = BurnBook.define(slo, new Shelf(), Exclusions.NONE, START);
    List<Health> said = new ArrayList<>();
    for (int hour = 0; hour < 5; hour++) {
      Instant from = START.plusSeconds(3_600L * hour);
      Instant to = from.plusSeconds(3_600);
      book.read(
          new Sample(from, to, 1_000, 1_000, hour),
          to,
          to,
          each -> said.add(each.standing().health()));
    }

    // before its first events are reached there are none in the period; afterwards always
    assertThat(said).containsExactly(Health.NO_TRAFFIC, Health.MEETING);
  }

  private static boolean pages(int events, int minFailures) {
    Slo slo = slo("0.999", 30, new Budgeting.Occurrences());
    Slo by =
        new Slo(
            slo.name(),
            null,
            null,
            slo.target(),
            slo.period(),
            slo.budgeting(),
            List.of(BurnRule.BUILT_IN.get(0)),
            minFailures,
            Slo.DEFAULT_SAMPLE_INTERVAL,
            null);
    Played played = new Played(by);
    played.book.read(
        new Sample(START, START.plusSeconds(60), events - 1, events, 1),
        START.plusSeconds(60),
        START.plusSeconds(60),
        any -> {});
    return played.book.standing().call() instanceof Call.Open;
  }

  private static Slo slo(String target, int days, Budgeting budgeting) {
    return new Slo(
        "checkout",
        null,
        null,
        new BigDecimal(target),
        Duration.ofDays(days),
        budgeting,
        BurnRule.BUILT_IN,
        Slo.DEFAULT_MIN_FAILURES,
        Slo.DEFAULT_SAMPLE_INTERVAL,
        null);
  }

  /** A thousand events a minute. */
  private static final class Played {
    private final BurnBook book;
    private Instant now = START;

    Played(Slo slo) {
      book = BurnBook.define(slo, new Shelf(), Exclusions.NONE, START);
    }

    void minutes(int count, IntToLongFunction good) {
      heldOf(count, good);
    }

    /** At how many of these boundaries an alert was open. */
    int heldOf(int count, IntToLongFunction good) {
      int held = 0;
      for (int i = 0; i < count; i++) {
        Instant to = now.plusSeconds(60);
        book.read(new Sample(now, to, good.applyAsLong(i), 1_000, i), to, to, any -> {});
        now = to;
        held +=
            Optional.of(book.standing().call()).filter(Call.Open.class::isInstance).isPresent()
                ? 1
                : 0;
      }
      return held;
    }
  }
}
