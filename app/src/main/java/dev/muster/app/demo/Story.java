package dev.muster.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Ninety days of a shop. The same seed and the same minute give the same story. */
final class Story {
  static final Duration LENGTH = Duration.ofDays(90);
  private static final Duration MEASURED = Duration.ofDays(30);

  /** Long ago by the hour, lately by five minutes: the whole is there before anybody is bored. */
  private static final Duration OLD_SAMPLE = Duration.ofHours(1);

  private static final Duration SAMPLE = Duration.ofMinutes(5);
  private static final Duration LATELY = Duration.ofDays(2);
  private static final Duration BACKUPS = Duration.ofHours(8);

  private final Random random;
  private final Instant end;
  private final Facts facts = new Facts("demo");
  private final List<Told> told = new ArrayList<>();

  private Story(long seed, Instant now) {
    this.random = new Random(seed);
    this.end = now.truncatedTo(ChronoUnit.MINUTES);
  }

  /** In the order in which Muster heard of it; the last moments before {@code now} included. */
  static List<Told> of(long seed, Instant now) {
    Story story = new Story(seed, now);
    Shop.SERVICES.forEach(story::service);
    Shop.SERVICES.stream()
        .map(Shop::rotation)
        .distinct()
        .forEach(rotation -> story.subject("rotation/" + rotation, Habit.ROTATION));
    story.subject("system/shop", Habit.SYSTEM);
    story.subject("org", Habit.ORGANISATION);
    story.told.sort(Comparator.comparing(Told::received));
    return List.copyOf(story.told);
  }

  private void service(Shop shop) {
    Habit.SERVICE.stream()
        .filter(habit -> !shop.never().contains(habit.check()))
        .forEach(habit -> scans(shop, habit));
    shop.dataset().ifPresent(dataset -> backups(shop, dataset));
    deploys(shop);
    if (shop.requestsPerSecond() > 0) {
      List<Trouble> troubles = troubles(shop);
      troubles.forEach(trouble -> pages(shop, trouble));
      samples(shop, troubles);
    }
  }

  private void scans(Shop shop, Habit habit) {
    Shop.Broken broken = shop.broken().get(habit.check());
    List<Instant> times = times(habit.every());
    if (broken == null) {
      times.forEach(time -> told.add(facts.scan(shop.service(), habit, time, "PASSED")));
      return;
    }
    Instant last = end.minus(broken.since());
    for (Instant time : times) {
      told.add(
          time.isAfter(last)
              ? facts.scan(shop.service(), spoilt(habit, broken), time, broken.outcome())
              : facts.scan(shop.service(), habit, time, "PASSED"));
    }
    told.add(facts.scan(shop.service(), habit, last, "PASSED"));
  }

  private static Habit spoilt(Habit habit, Shop.Broken broken) {
    return new Habit(habit.check(), habit.every(), habit.inProduction(), broken.values());
  }

  private void subject(String subject, List<Habit> habits) {
    for (Habit habit : habits) {
      times(habit.every()).forEach(time -> told.add(facts.review(subject, habit, time)));
    }
  }

  /** From the first to the last, which is less than one turn ago. */
  private List<Instant> times(Duration every) {
    List<Instant> times = new ArrayList<>();
    long back = (long) (every.toSeconds() * (0.1 + 0.7 * random.nextDouble()));
    for (long ago = back; ago < LENGTH.toSeconds(); ago += every.toSeconds()) {
      times.add(0, end.minusSeconds(ago));
    }
    return times;
  }

  private void backups(Shop shop, String dataset) {
    for (Instant time : times(BACKUPS)) {
      boolean fails = random.nextInt(90) == 0;
      told.add(
          facts.backup(shop.service(), dataset, "BACKUP", time, fails ? "FAILED" : "SUCCEEDED"));
    }
    Shop.Broken broken = shop.broken().get("restore");
    told.add(
        facts.backup(
            shop.service(),
            dataset,
            "RESTORE",
            end.minus(shop.lastRestore()),
            broken == null ? "SUCCEEDED" : broken.outcome()));
  }

  private void deploys(Shop shop) {
    int version = 100;
    for (Instant time : times(Duration.ofHours(60))) {
      deploy(shop, version++, "PIPELINE", time, random.nextInt(20) == 0);
    }
    if (shop.byHand()) {
      deploy(shop, version, "MANUAL", end.minus(Duration.ofDays(9)), false);
    }
  }

  private void deploy(Shop shop, int version, String trigger, Instant time, boolean fails) {
    String id = shop.service() + "-v" + version;
    told.add(facts.deploy(shop.service(), id, trigger, time, "STARTED"));
    told.add(
        facts.deploy(
            shop.service(), id, trigger, time.plusSeconds(240), fails ? "FAILED" : "SUCCEEDED"));
  }

  /** A time in which some requests fail. */
  private record Trouble(Instant from, Instant to, double badShare) {
    /** Of all requests of a span. */
    double within(Instant spanFrom, Instant spanTo) {
      Instant first = from.isAfter(spanFrom) ? from : spanFrom;
      Instant last = to.isBefore(spanTo) ? to : spanTo;
      Duration shared = Duration.between(first, last);
      return shared.isNegative()
          ? 0
          : badShare * shared.toSeconds() / Duration.between(spanFrom, spanTo).toSeconds();
    }
  }

  private List<Trouble> troubles(Shop shop) {
    List<Trouble> troubles = new ArrayList<>();
    for (Instant from : times(Duration.ofDays(shop.byHand() ? 6 : 13))) {
      Duration length = Duration.ofMinutes(10 + random.nextInt(40));
      troubles.add(new Trouble(from, from.plus(length), 0.02 + 0.2 * random.nextDouble()));
    }
    return troubles;
  }

  private void pages(Shop shop, Trouble trouble) {
    String incident = shop.service() + "-" + Duration.between(trouble.from(), end).toMinutes();
    Instant began = trouble.from().plusSeconds(120);
    Instant answered = began.plusSeconds(60L + random.nextInt(300));
    told.add(facts.page(shop.service(), shop.rotation(), incident, began, began, "FIRING"));
    told.add(
        facts.page(shop.service(), shop.rotation(), incident, began, answered, "ACKNOWLEDGED"));
    told.add(
        facts.page(
            shop.service(),
            shop.rotation(),
            incident,
            began,
            trouble.to().plusSeconds(300),
            "RESOLVED"));
  }

  private void samples(Shop shop, List<Trouble> troubles) {
    Instant lately = end.minus(LATELY);
    for (Instant from = end.minus(MEASURED); from.isBefore(end); ) {
      Duration span = from.isBefore(lately) ? OLD_SAMPLE : SAMPLE;
      Instant to = from.plus(span);
      long total = Traffic.requests(shop.requestsPerSecond(), from, span, random);
      long failed =
          Math.round(total * (badShare(troubles, from, to) + 0.0003 * random.nextDouble()));
      told.add(facts.sample(shop.service(), from, to, total - failed, total));
      from = to;
    }
  }

  private static double badShare(List<Trouble> troubles, Instant from, Instant to) {
    return troubles.stream().mapToDouble(trouble -> trouble.within(from, to)).max().orElse(0);
  }
}
