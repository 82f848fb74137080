package dev.muster.core.alert.noise;

import dev.muster.core.alert.Episode;
import dev.muster.core.alert.Firing;
import dev.muster.core.alert.Occurrence;
import dev.muster.core.alert.ProtectedClass;
import dev.muster.core.alert.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All there was of one rule.
 *
 * @param occurrences by the week they fired in, in order
 * @param muted in the order of their starts
 * @param pages by the week they were opened in
 */
record RuleHistory(
    String rule,
    NavigableMap<IsoWeek, List<Judged>> occurrences,
    List<Firing> muted,
    Map<IsoWeek, Map<HourClass, Long>> pages) {

  /** What of one rule is found among alerts. */
  interface Finding {
    Judged judge(Occurrence occurrence, IsoWeek week);
  }

  static NavigableMap<IsoWeek, List<Judged>> byWeek(
      List<Occurrence> occurrences, Weeks weeks, Finding finding) {
    NavigableMap<IsoWeek, List<Judged>> byWeek = new TreeMap<>();
    for (Occurrence occurrence : occurrences) {
      IsoWeek week = weeks.of(occurrence.begin());
      byWeek.computeIfAbsent(week, any -> new ArrayList<>()).add(finding.judge(occurrence, week));
    }
    return byWeek;
  }

  List<Judged> in(IsoWeek week) {
    return occurrences.getOrDefault(week, List.of());
  }

  /** Of the weeks from one to another, both included. */
  List<Judged> in(IsoWeek first, IsoWeek last) {
    return occurrences.subMap(first, true, last, true).values().stream()
        .flatMap(List::stream)
        .toList();
  }

  /** Whether any of it, noticed or not, was there between two instants. */
  boolean isThere(Instant from, Instant to) {
    return firings().anyMatch(firing -> isThere(firing, from, to));
  }

  static boolean isThere(Firing firing, Instant from, Instant to) {
    return firing.start().isBefore(to) && !firing.until().isBefore(from);
  }

  /** All occurrences that fired before an instant. */
  Stream<Judged> before(Instant instant) {
    return occurrences.values().stream()
        .flatMap(List::stream)
        .filter(one -> one.begin().isBefore(instant));
  }

  /** The newest that fired before an instant. */
  Optional<Occurrence> newest(Instant before) {
    return before(before).map(Judged::occurrence).max(Comparator.comparing(Occurrence::begin));
  }

  /** What it asked of people when it last did before an instant. */
  Severity severity(Instant before) {
    return newest(before)
        .map(Occurrence::severity)
        .or(
            () ->
                muted.stream()
                    .filter(firing -> firing.start().isBefore(before))
                    .reduce((earlier, later) -> later)
                    .map(firing -> firing.episode().asks().severity()))
        .orElse(Severity.UNKNOWN);
  }

  /** Why it is never proposed for removal, by what was told before an instant. */
  Optional<ProtectedClass> protection(Instant before) {
    return firings()
        .filter(firing -> firing.start().isBefore(before))
        .map(firing -> firing.episode().asks().protectedClass())
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .max(Comparator.naturalOrder());
  }

  /** Its alerts, those that nobody could notice too. */
  Stream<Firing> firings() {
    return Stream.concat(noticed(), muted.stream());
  }

  Stream<Firing> noticed() {
    return occurrences.values().stream()
        .flatMap(List::stream)
        .flatMap(one -> one.occurrence().firings().stream());
  }

  /** The rows it was found in. */
  Stream<Episode> episodes(Instant from, Instant to) {
    return Stream.concat(
        occurrences.values().stream()
            .flatMap(List::stream)
            .map(Judged::occurrence)
            .filter(one -> one.begin().isBefore(to) && !one.until().isBefore(from))
            .flatMap(Occurrence::episodes),
        muted.stream().filter(firing -> isThere(firing, from, to)).map(Firing::episode));
  }
}
