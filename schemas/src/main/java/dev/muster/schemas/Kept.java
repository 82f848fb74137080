package dev.muster.schemas;

import java.time.Duration;
import java.util.Map;

/** How long a topic keeps its records. */
public sealed interface Kept {

  /** In words, for people. */
  String meaning();

  /** The topic settings that make it so; Kafka's names. */
  Map<String, String> settings();

  /** Each record for this long from its received time. */
  record For(Duration time) implements Kept {
    public For {
      if (time.isNegative() || time.isZero()) {
        throw new IllegalArgumentException("need a time above 0, got " + time);
      }
    }

    @Override
    public String meaning() {
      long days = time.toDays();
      return days % 365 == 0 ? days / 365 + " years" : days + " days";
    }

    @Override
    public Map<String, String> settings() {
      return Map.of(
          "cleanup.policy",
          "delete",
          "retention.ms",
          Long.toString(time.toMillis()),
          "retention.bytes",
          "-1");
    }
  }

  /** All records, whole. */
  record ForEver() implements Kept {
    @Override
    public String meaning() {
      return "for ever";
    }

    @Override
    public Map<String, String> settings() {
      return Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1");
    }
  }

  /**
   * The last record of each key. Segments are small and compacted within the hour, so that a reader
   * from the beginning reads megabytes.
   */
  record Latest() implements Kept {
    @Override
    public String meaning() {
      return "the latest of each key";
    }

    @Override
    public Map<String, String> settings() {
      return Map.of(
          "cleanup.policy",
          "compact",
          "segment.bytes",
          Integer.toString(8 << 20),
          "max.compaction.lag.ms",
          Long.toString(Duration.ofHours(1).toMillis()),
          "delete.retention.ms",
          Long.toString(Duration.ofDays(7).toMillis()));
    }
  }
}
