package dev.muster.app.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** What goes on in the shop while one watches. */
final class Days {
  private final Random random;
  private final Clock clock;
  private final Facts facts = new Facts("live");
  private final Meter meter;
  private final Map<Shop, Course> courses = new HashMap<>();
  private Instant sampled;
  private int version = 500;

  /**
   * @param end of the history, from which it goes on
   */
  Days(long seed, Clock clock, Instant end) {
    this.random = new Random(seed + 1);
    this.clock = clock;
    this.meter = new Meter(facts, random);
    this.sampled = end.truncatedTo(ChronoUnit.MINUTES);
    Shop.SERVICES.forEach(shop -> courses.put(shop, Course.of(shop, sampled, List.of())));
  }

  Duration pause() {
    return Duration.ofMillis(2000L + random.nextInt(3000));
  }

  /** Somebody's pipeline ran a check, made a backup or deployed; and the samples that are due. */
  List<Told> next() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    List<Told> told = new ArrayList<>(samples(now));
    Shop shop = Shop.SERVICES.get(random.nextInt(Shop.SERVICES.size()));
    switch (random.nextInt(4)) {
      case 0 ->
          shop.dataset()
              .ifPresent(
                  data -> told.add(facts.backup(shop.service(), data, "BACKUP", now, "SUCCEEDED")));
      case 1 -> {
        String id = shop.service() + "-v" + version++;
        told.add(facts.deploy(shop.service(), id, "PIPELINE", now.minusSeconds(90), "STARTED"));
        told.add(facts.deploy(shop.service(), id, "PIPELINE", now, "SUCCEEDED"));
      }
      default -> told.add(scan(shop, now));
    }
    return told;
  }

  private Told scan(Shop shop, Instant now) {
    List<Habit> habits =
        Habit.SERVICE.stream()
            .filter(habit -> habit.every().toDays() <= 7)
            .filter(habit -> !shop.broken().containsKey(habit.check()))
            .toList();
    return facts.scan(shop.service(), habits.get(random.nextInt(habits.size())), now, "PASSED");
  }

  private List<Told> samples(Instant now) {
    Instant from = sampled;
    sampled = now.truncatedTo(ChronoUnit.MINUTES);
    return Shop.SERVICES.stream()
        .flatMap(shop -> meter.minutes(shop, course(shop), from, sampled).stream())
        .toList();
  }

  private Course course(Shop shop) {
    return Objects.requireNonNull(courses.get(shop));
  }
}
