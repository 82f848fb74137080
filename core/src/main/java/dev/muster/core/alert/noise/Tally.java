package dev.muster.core.alert.noise;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What a verdict weighs: the occurrences of a rule over its two windows, this week and the three
 * before it.
 */
public record Tally(Span week, Span month) {
  /** Weeks of the longer window. */
  public static final int WEEKS = 4;

  public static final Tally NOTHING = new Tally(Span.NOTHING, Span.NOTHING);

  /**
   * Over one window; all count occurrences that fired in it, but for the days.
   *
   * @param classified by a person, as in need of no action
   * @param confirmed by a budget, however long any was measured
   * @param days on which it fired, on the rotation's clock
   */
  public record Span(
      long fired,
      long actedOn,
      long knownInaction,
      long classified,
      long confirmed,
      long under300Seconds,
      long days) {
    static final Span NOTHING = new Span(0, 0, 0, 0, 0, 0, 0);

    static Span of(List<Judged> fired, ZoneId zone) {
      return new Span(
          fired.size(),
          fired.stream().filter(one -> one.outcome().isAction()).count(),
          fired.stream().filter(one -> one.outcome().isInaction()).count(),
          fired.stream().filter(one -> one.outcome() == Outcome.SAID_NOT).count(),
          fired.stream().filter(one -> one.known().confirmed()).count(),
          fired.stream().filter(Judged::isShort).count(),
          fired.stream().map(one -> LocalDate.ofInstant(one.begin(), zone)).distinct().count());
    }

    long unknown() {
      return fired - actedOn - knownInaction;
    }
  }

  /** The figure that a proposal rests on: it must double before a declined one is made again. */
  long decides(NoiseVerdict proposal) {
    return switch (proposal) {
      case SUPPRESS -> week.knownInaction();
      case DOWNGRADE -> month.knownInaction();
      case DELETE -> month.fired();
      case TUNE -> month.under300Seconds();
      case KEEP, INSUFFICIENT_DATA -> 0;
    };
  }
}
