package dev.muster.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** How a service did, and does while one watches. */
final class Course {
  /** What fails on a good day, at most: a third of what the strictest SLO allows. */
  private static final double USUAL = 0.0003;

  /** Before the end of the history. */
  private static final Duration IDLE_SINCE = Duration.ofHours(14);

  private static final Duration LOST_SINCE = Duration.ofHours(3);

  private final Shop shop;
  private final Instant end;
  private final List<Trouble> troubles;

  /** Events of a span. */
  record Counts(long good, long total) {}

  private Course(Shop shop, Instant end, List<Trouble> troubles) {
    this.shop = shop;
    this.end = end;
    this.troubles = troubles;
  }

  /**
   * Of a service.
   *
   * @param end of the history
   * @param some that came by chance
   */
  static Course of(Shop shop, Instant end, List<Trouble> some) {
    List<Trouble> all = new ArrayList<>(some);
    all.addAll(fixed(shop.fate(), end));
    return new Course(shop, end, all);
  }

  private static List<Trouble> fixed(Fate fate, Instant end) {
    Duration day = Duration.ofDays(1);
    return switch (fate) {
      case BURNT ->
          List.of(
              Trouble.of(end.minus(Duration.ofMinutes(270)), Duration.ofMinutes(25), 0.25),
              Trouble.of(end.plus(Duration.ofMinutes(4)), Duration.ofMinutes(10), 0.3));
      case SPENT ->
          List.of(
              Trouble.of(end.minus(Duration.ofDays(19)), day, 0.1),
              Trouble.of(end.minus(Duration.ofDays(8)), day, 0.25));
      case AT_RISK -> List.of(Trouble.of(end.minus(Duration.ofHours(3)), day, 0.0075));
      case LOST ->
          List.of(Trouble.of(end.minus(LOST_SINCE).minus(Duration.ofMinutes(20)), LOST_SINCE, 0.3));
      case WELL, IDLE, UNMEASURED -> List.of();
    };
  }

  /** Those that somebody was called for. */
  List<Trouble> felt() {
    return troubles.stream()
        .filter(Trouble::isFelt)
        .filter(trouble -> trouble.from().isBefore(end))
        .toList();
  }

  /** Empty where it was not measured. */
  Optional<Counts> counts(Instant from, Instant to, Random random) {
    if (shop.fate() == Fate.UNMEASURED
        || (shop.fate() == Fate.LOST && to.isAfter(end.minus(LOST_SINCE)))) {
      return Optional.empty();
    } else if (shop.fate() == Fate.IDLE && to.isAfter(end.minus(IDLE_SINCE))) {
      return Optional.of(new Counts(0, 0));
    }
    Duration span = Duration.between(from, to);
    long total = Traffic.requests(shop.requestsPerSecond(), from, span, random);
    double bad = troubles.stream().mapToDouble(trouble -> trouble.within(from, to)).max().orElse(0);
    long failed = Math.round(total * (bad + USUAL * random.nextDouble()));
    return Optional.of(new Counts(total - failed, total));
  }
}
