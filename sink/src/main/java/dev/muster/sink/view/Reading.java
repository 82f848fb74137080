package dev.muster.sink.view;

import dev.muster.sink.SinkMeters;
import dev.muster.sink.view.Changes.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has been read of a topic since its beginning; one thread. */
final class Reading<V> {
  private static final Logger LOG = LoggerFactory.getLogger(Reading.class);

  private final Origin<V> origin;
  private final SinkMeters meters;
  private final SortedMap<String, Held<V>> held = new TreeMap<>();
  private Position position;

  Reading(Origin<V> origin, int partitions, SinkMeters meters) {
    this.origin = origin;
    this.meters = meters;
    this.position = Position.start(partitions);
  }

  List<Change<V>> read(List<ConsumerRecord<String, byte[]>> records) {
    List<Change<V>> changes = new ArrayList<>(records.size());
    for (ConsumerRecord<String, byte[]> record : records) {
      Held<V> now =
          new Held<>(
              key(record),
              value(record),
              record.partition(),
              record.offset(),
              Instant.ofEpochMilli(record.timestamp()));
      held.put(now.key(), now);
      position = position.after(now);
      changes.add(new Change<>(now, position));
    }
    return changes;
  }

  private String key(ConsumerRecord<String, byte[]> record) {
    String key = String.valueOf(record.key());
    return origin.holds() == Origin.Holds.EVERY_RECORD
        ? key + '@' + record.partition() + '-' + record.offset()
        : key;
  }

  private @Nullable V value(ConsumerRecord<String, byte[]> record) {
    try {
      meters.read(origin.topic());
      return record.value() == null
          ? null
          : origin.values().deserialize(record.topic(), record.headers(), record.value());
    } catch (SerializationException unreadable) {
      meters.unreadable(origin.topic());
      LOG.atWarn()
          .addKeyValue("topic", record.topic())
          .addKeyValue("partition", record.partition())
          .addKeyValue("offset", record.offset())
          .log("cannot read a record; what it replaces is no longer shown");
      return null;
    }
  }

  Snapshot<V> snapshot() {
    return new Snapshot<>(held, position);
  }

  /** What a reader of {@code before} has to be told. */
  List<Change<V>> since(Snapshot<V> before) {
    List<Change<V>> changes = new ArrayList<>();
    before.held().values().stream()
        .filter(old -> old.value() != null && !held.containsKey(old.key()))
        .forEach(old -> changes.add(new Change<>(old.removed(), position)));
    held.values().stream()
        .filter(now -> !now.equals(before.held().get(now.key())))
        .forEach(now -> changes.add(new Change<>(now, position)));
    return changes;
  }
}
