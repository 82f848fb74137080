package dev.muster.streams.drive;

import dev.muster.schemas.TopicSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A log of twelve busy hours, after two weeks with alerts now and then, that follows from a seed:
 * eight services that promise different things and promise others later, samples with outages,
 * gaps, late and repeated ones, facts, alerts, planned work, waivers. No two records were received
 * at one instant.
 */
public final class Chronicle {
  public static final Duration SPAN = Duration.ofHours(12);

  /** How long before that alerts were told already, so that weeks of theirs close. */
  private static final Duration BEFORE = Duration.ofDays(15);

  private final Random random;
  private final Instant begins;
  private final List<Told> told = new ArrayList<>();
  private int made;

  private Chronicle(long seed, Instant ends) {
    this.random = new Random(seed);
    this.begins = ends.minus(SPAN).truncatedTo(ChronoUnit.MINUTES);
  }

  /** In the order of received times, the last of which is before an instant. */
  public static List<Told> of(long seed, Instant ends) {
    Chronicle chronicle = new Chronicle(seed, ends);
    new ChronicleTown(chronicle).tell();
    new ChronicleSamples(chronicle).tell();
    new ChronicleFacts(chronicle).tell();
    new ChronicleAlerts(chronicle).tell();
    return chronicle.distinct(ends);
  }

  Random random() {
    return random;
  }

  Instant begins() {
    return begins;
  }

  /** When the catalogue was first told. */
  Instant founded() {
    return begins.minus(BEFORE);
  }

  /** An id that no other record has. */
  String id() {
    return "c-" + made++;
  }

  /** A moment from the first minute on, to the millisecond. */
  Instant any() {
    return begins.plusMillis(60_000 + random.nextLong(SPAN.toMillis() - 60_000));
  }

  /** The same, from two weeks before on. */
  Instant anyOfWeeks() {
    return founded().plusMillis(60_000 + random.nextLong(BEFORE.toMillis()));
  }

  /** Up to a time, often little of it. */
  Duration some(Duration most) {
    double share = random.nextDouble();
    return Duration.ofMillis((long) (share * share * most.toMillis()));
  }

  <T> T oneOf(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  <T extends SpecificRecord> void tell(
      TopicSpec<T> topic, String key, @Nullable T value, Instant received) {
    told.add(new Told(topic, key, value, received));
  }

  /** Those of one instant a millisecond apart; what would come after the end is not told. */
  private List<Told> distinct(Instant ends) {
    told.sort(Comparator.comparing(Told::received));
    List<Told> distinct = new ArrayList<>();
    Instant last = Instant.MIN;
    for (Told each : told) {
      Instant at = each.received().isAfter(last) ? each.received() : last.plusMillis(1);
      if (at.isBefore(ends)) {
        distinct.add(each.at(at));
        last = at;
      }
    }
    return List.copyOf(distinct);
  }
}
