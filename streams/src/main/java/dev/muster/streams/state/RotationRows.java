package dev.muster.streams.state;

import dev.muster.core.alert.noise.IsoWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What services were told of their rotations' weeks, a row for each; and when each rotation's last
 * weekly review was closed.
 */
public final class RotationRows {
  /** Gates ask for the last four, and since when they stand so. */
  private static final int WEEKS_KEPT = 12;

  private static final int WEEK_1 = 1;
  private static final int CLOSED_1 = 1;
  private static final char BETWEEN = '\0';
  private static final char AFTER = '\1';

  private final KeyValueStore<String, byte[]> store;
  private final Map<String, List<Told>> held;
  private final Map<String, Optional<Instant>> closed = new HashMap<>();

  /**
   * One closed week of a rotation.
   *
   * @param unjoined pages of others that its authority did not tell of
   */
  public record Told(IsoWeek week, long pages, long unjoined) {}

  public RotationRows(KeyValueStore<String, byte[]> store, int most) {
    this.store = store;
    this.held = new Lru<>(most);
  }

  /** The newest twelve, in order. */
  public List<Told> of(String service, String rotation) {
    String key = key(service, rotation);
    List<Told> known = held.get(key);
    if (known == null) {
      known = new ArrayList<>();
      try (KeyValueIterator<String, byte[]> rows = store.range(key + BETWEEN, key + AFTER)) {
        while (rows.hasNext()) {
          var row = rows.next();
          known.add(read(row.key.substring(key.length() + 1), row.value));
        }
      }
      held.put(key, known);
    }
    return known;
  }

  /** The last word on a week; whether it is another than before. */
  public boolean put(String service, String rotation, Told told) {
    List<Told> weeks = new ArrayList<>(of(service, rotation));
    if (weeks.contains(told)) {
      return false;
    }
    String key = key(service, rotation);
    weeks.removeIf(week -> week.week().equals(told.week()));
    weeks.add(told);
    weeks.sort(Comparator.comparing(Told::week));
    store.put(row(key, told.week()), write(told));
    while (weeks.size() > WEEKS_KEPT) {
      store.delete(row(key, weeks.remove(0).week()));
    }
    held.put(key, weeks);
    return true;
  }

  private static String key(String service, String rotation) {
    return service + BETWEEN + rotation;
  }

  private static String row(String key, IsoWeek week) {
    return key + BETWEEN + week;
  }

  static byte[] write(Told told) {
    return new ByteSink(16).number(WEEK_1).number(told.pages()).number(told.unjoined()).bytes();
  }

  static Told read(String week, byte[] bytes) {
    ByteSource in = StateCodec.of(bytes, WEEK_1, "weeks of rotations");
    return new Told(IsoWeek.parse(week), in.number(), in.number());
  }

  /** When the last weekly review of a rotation was closed; absent: none was. */
  public @Nullable Instant closed(String subject) {
    return closed.computeIfAbsent(subject, this::readClosed).orElse(null);
  }

  private Optional<Instant> readClosed(String subject) {
    byte[] bytes = store.get(subject);
    return bytes == null
        ? Optional.empty()
        : Optional.of(StateCodec.of(bytes, CLOSED_1, "reviews").instant());
  }

  /** A weekly review was closed; whether it is the last. */
  public boolean close(String subject, Instant at) {
    Instant before = closed(subject);
    if (before != null && !at.isAfter(before)) {
      return false;
    }
    closed.put(subject, Optional.of(at));
    store.put(subject, new ByteSink(16).number(CLOSED_1).instant(at).bytes());
    return true;
  }
}
