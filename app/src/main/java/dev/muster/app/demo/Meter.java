package dev.muster.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Samples what a service does. */
final class Meter {
  /** Since when samples come by themselves; what was before was filled in on that day. */
  static final Duration CONNECTED = Duration.ofDays(8);

  private static final Duration MEASURED = Duration.ofDays(30);
  private static final Duration CLOSELY = Duration.ofHours(6);

  /** The last that was filled in; an hour without a count looks like one without traffic. */
  private static final Duration JOINT = Duration.ofHours(2);

  /** The older, the longer: the whole is there before anybody is bored. */
  private static final Duration LONG = Duration.ofHours(1);

  private static final Duration MIDDLE = Duration.ofMinutes(5);
  private static final Duration SHORT = Duration.ofMinutes(1);

  private final Facts facts;
  private final Random random;

  Meter(Facts facts, Random random) {
    this.facts = facts;
    this.random = random;
  }

  /** Up to the end of the history. */
  List<Told> history(Shop shop, Course course, Instant end) {
    Instant connected = end.minus(CONNECTED);
    List<Told> told = new ArrayList<>();
    for (Instant from = end.minus(MEASURED); from.isBefore(end); ) {
      Duration span =
          from.isBefore(connected.minus(JOINT))
              ? LONG
              : from.isBefore(end.minus(CLOSELY)) ? MIDDLE : SHORT;
      Instant to = from.plus(span);
      for (Told sample : sample(shop, course, from, to)) {
        told.add(to.isAfter(connected) ? sample : sample.at(connected));
      }
      from = to;
    }
    return told;
  }

  /** Every whole minute of a span. */
  List<Told> minutes(Shop shop, Course course, Instant from, Instant to) {
    List<Told> told = new ArrayList<>();
    for (Instant next = from; !next.plus(SHORT).isAfter(to); next = next.plus(SHORT)) {
      told.addAll(sample(shop, course, next, next.plus(SHORT)));
    }
    return told;
  }

  private List<Told> sample(Shop shop, Course course, Instant from, Instant to) {
    return course
        .counts(from, to, random)
        .map(counts -> facts.sample(shop.service(), from, to, counts.good(), counts.total()))
        .stream()
        .toList();
  }
}
