package dev.muster.core.alert.noise;

import dev.muster.core.alert.Firing.Ending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One rule's week in figures; all count occurrences that fired in it, unless they say otherwise.
 *
 * @param episodes of them, begun by the week's end
 * @param pages opened in the week, by hour class
 * @param confirmed absent: no SLO was measured for long enough
 * @param silenced those nobody could notice among them
 * @param median of those whose end was told; absent: none was
 * @param longest of those too
 * @param timeToAcknowledge the sum, over those acknowledged
 * @param timeToResolve the sum, over those resolved
 */
public record NoiseFigures(
    long fired,
    long episodes,
    Map<HourClass, Long> pages,
    long acknowledged,
    long actedOn,
    long knownInaction,
    long unknownAction,
    @Nullable Long confirmed,
    long autoResolved,
    long under300Seconds,
    long silenced,
    long openAtEnd,
    @Nullable Duration median,
    @Nullable Duration longest,
    Duration timeToAcknowledge,
    Duration timeToResolve,
    long resolved) {
  public NoiseFigures {
    pages = Map.copyOf(pages);
    if (actedOn + knownInaction + unknownAction != fired || episodes < fired) {
      throw new IllegalArgumentException(
          "need acted on + known inaction + unknown = fired <= episodes, got %d + %d + %d, %d, %d"
              .formatted(actedOn, knownInaction, unknownAction, fired, episodes));
    }
  }

  /** What a week's figures are made from. */
  record Made(
      List<Judged> fired, long muted, Map<HourClass, Long> pages, boolean measured, Instant end) {}

  static NoiseFigures of(Made made) {
    List<Duration> lasted = lasted(made.fired());
    return new NoiseFigures(
        made.fired().size(),
        episodes(made),
        made.pages(),
        count(made, one -> one.occurrence().reaction().acknowledged() != null),
        count(made, one -> one.outcome().isAction()),
        count(made, one -> one.outcome().isInaction()),
        count(made, one -> one.outcome() == Outcome.UNKNOWN),
        made.measured() ? count(made, one -> one.known().confirmed()) : null,
        count(made, NoiseFigures::isAutoResolved),
        count(made, Judged::isShort),
        made.muted() + count(made, one -> one.occurrence().isSilenced()),
        count(made, one -> one.occurrence().until().isAfter(made.end())),
        lasted.isEmpty() ? null : median(lasted),
        lasted.isEmpty() ? null : lasted.get(lasted.size() - 1),
        timeToAcknowledge(made.fired()),
        lasted.stream().reduce(Duration.ZERO, Duration::plus),
        lasted.size());
  }

  private static long count(Made made, Predicate<Judged> which) {
    return made.fired().stream().filter(which).count();
  }

  private static long episodes(Made made) {
    return made.fired().stream()
        .flatMap(one -> one.occurrence().firings().stream())
        .filter(firing -> firing.start().isBefore(made.end()))
        .count();
  }

  private static boolean isAutoResolved(Judged one) {
    return one.occurrence().ending() == Ending.RESOLVED
        && !one.outcome().isAction()
        && one.occurrence().isLeftAlone();
  }

  private static List<Duration> lasted(List<Judged> fired) {
    return fired.stream()
        .map(one -> one.occurrence().lasted())
        .flatMap(Stream::ofNullable)
        .sorted()
        .toList();
  }

  /** Of two in the middle, the mean, to the millisecond. */
  private static Duration median(List<Duration> sorted) {
    int size = sorted.size();
    Duration both = sorted.get((size - 1) / 2).plus(sorted.get(size / 2));
    return Duration.ofMillis(both.toMillis() / 2);
  }

  private static Duration timeToAcknowledge(List<Judged> fired) {
    Duration sum = Duration.ZERO;
    for (Judged one : fired) {
      Instant acknowledged = one.occurrence().reaction().acknowledged();
      if (acknowledged != null && acknowledged.isAfter(one.begin())) {
        sum = sum.plus(Duration.between(one.begin(), acknowledged));
      }
    }
    return sum;
  }

  /** Pages of all hours. */
  public long pagesInAll() {
    return pages.values().stream().mapToLong(Long::longValue).sum();
  }
}
