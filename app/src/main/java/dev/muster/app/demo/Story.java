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
  private static final Duration BACKUPS = Duration.ofHours(8);

  private final Random random;
  private final Instant end;
  private final Facts facts = new Facts("demo");
  private final List<Told> told = new ArrayList<>();
  private final Calls calls;
  private final Meter meter;

  private Story(long seed, Instant now) {
    this.random = new Random(seed);
    this.end = now.truncatedTo(ChronoUnit.MINUTES);
    this.calls = new Calls(facts, random, end);
    this.meter = new Meter(facts, random);
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
    Course course = Course.of(shop, end, chances(shop));
    course.felt().forEach(trouble -> told.addAll(calls.page(shop, trouble)));
    told.addAll(calls.nags(shop, LENGTH));
    told.addAll(meter.history(shop, course, end));
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
    if (fails) {
      Instant back = time.plusSeconds(600L + random.nextInt(1800));
      String before = "v" + (version - 1);
      told.add(facts.rollback(shop.service(), id, before, back, "STARTED"));
      told.add(facts.rollback(shop.service(), id, before, back.plusSeconds(90), "SUCCEEDED"));
    }
  }

  /** What goes wrong by chance where people come. */
  private List<Trouble> chances(Shop shop) {
    List<Trouble> troubles = new ArrayList<>();
    if (shop.fate() == Fate.UNMEASURED || shop.fate() == Fate.IDLE) {
      return troubles;
    }
    for (Instant from : times(Duration.ofDays(shop.byHand() ? 6 : 13))) {
      Duration length = Duration.ofMinutes(10 + random.nextInt(40));
      troubles.add(Trouble.of(from, length, 0.02 + 0.2 * random.nextDouble()));
    }
    return troubles;
  }
}
