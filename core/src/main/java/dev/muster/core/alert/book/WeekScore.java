package dev.muster.core.alert.book;

import dev.muster.core.alert.noise.IsoWeek;
import dev.muster.core.alert.noise.NoiseFigures;
import dev.muster.core.alert.noise.ServiceWeek;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A closed week of a service in one line.
 *
 * @param fired occurrences; acted on, known inaction and unknown add up to it
 * @param proposalsOpen rules with a proposal that nobody answered yet
 * @param missed minutes in which a budget called for a page and none was open; absent: not measured
 */
public record WeekScore(
    IsoWeek week,
    long fired,
    long pages,
    long actedOn,
    long knownInaction,
    long unknownAction,
    long proposalsOpen,
    @Nullable Long missed) {

  static WeekScore of(ServiceWeek week, long proposalsOpen) {
    List<NoiseFigures> figures = week.figures();
    return new WeekScore(
        week.week(),
        sum(figures, NoiseFigures::fired),
        sum(figures, NoiseFigures::pagesInAll),
        sum(figures, NoiseFigures::actedOn),
        sum(figures, NoiseFigures::knownInaction),
        sum(figures, NoiseFigures::unknownAction),
        proposalsOpen,
        week.missed());
  }

  private static long sum(List<NoiseFigures> figures, ToLongFunction<NoiseFigures> what) {
    return figures.stream().mapToLong(what).sum();
  }
}
