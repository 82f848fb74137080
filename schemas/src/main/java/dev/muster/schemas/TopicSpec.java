package dev.muster.schemas;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * One topic: what it holds and who says it.
 *
 * @param record the class of its values, {@code byte[]} where they are not ours
 * @param writers who may write
 * @param readers who may read
 * @param wire how its values are shaped for their bytes
 */
public record TopicSpec<T>(
    String name,
    Class<T> record,
    RecordKey key,
    Kept kept,
    Set<Program> writers,
    Set<Program> readers,
    Wire<T> wire) {
  public TopicSpec {
    writers = Collections.unmodifiableSet(EnumSet.copyOf(writers));
    readers = Collections.unmodifiableSet(EnumSet.copyOf(readers));
  }

  /** One whose values are written as they are. */
  public TopicSpec(
      String name,
      Class<T> record,
      RecordKey key,
      Kept kept,
      Set<Program> writers,
      Set<Program> readers) {
    this(name, record, key, kept, writers, readers, Wire.asIs());
  }

  /** Whose values have another shape on the wire. */
  public TopicSpec<T> on(Wire<T> other) {
    return new TopicSpec<>(name, record, key, kept, writers, readers, other);
  }

  /** Where the registry keeps the schema of its values. */
  public String subject() {
    return name + "-value";
  }

  /** The CloudEvents type of its records, as {@code dev.muster.fact.deploy.v1}. */
  public String eventType() {
    return "dev." + name.replace(".facts.", ".fact.").replace(".judgements.", ".judgement.");
  }

  /**
   * The topic settings that its records rely on; Kafka's names. Timestamps are the writer's, since
   * they say when ingest received what was told.
   */
  public Map<String, String> settings() {
    Map<String, String> all = new HashMap<>(kept.settings());
    all.put("message.timestamp.type", "CreateTime");
    return Map.copyOf(all);
  }

  @Override
  public String toString() {
    return name;
  }
}
