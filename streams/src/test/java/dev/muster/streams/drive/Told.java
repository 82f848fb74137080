package dev.muster.streams.drive;

import dev.muster.schemas.TopicSpec;
import dev.muster.schemas.Topics;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * One record of a log before it has a partition.
 *
 * @param value absent for a service that the catalogue has no more
 */
public record Told(
    TopicSpec<? extends SpecificRecord> topic,
    String key,
    @Nullable SpecificRecord value,
    Instant received) {

  /** Whether every partition has it: a standard, or a fact of more than one service. */
  public boolean isEverywhere() {
    return key.equals("org")
        || key.contains("/")
        || (topic.equals(Topics.CATALOG) && key.contains(":"));
  }

  Told at(Instant other) {
    return new Told(topic, key, value, other);
  }
}
