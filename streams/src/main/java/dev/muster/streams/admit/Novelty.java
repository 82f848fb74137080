package dev.muster.streams.admit;

import dev.muster.schemas.fact.SliSample;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.streams.StreamsMeters;
import java.time.Duration;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/**
 * Lets a fact through once: the second with the same source and id within seven days of received
 * time changes nothing. Entries of the catalogue and SLI samples pass untouched: the former are
 * known by their hash, the latter carry theirs in their slice.
 */
public final class Novelty
    extends ContextualProcessor<String, SpecificRecord, String, SpecificRecord> {
  public static final Duration REMEMBERED = Duration.ofDays(7);

  /** The store drops by the task's newest record, which may be five minutes ahead of another's. */
  public static final Duration KEPT = REMEMBERED.plusHours(1);

  private static final byte[] HERE = {1};

  private final String store;
  private final StreamsMeters meters;
  private @Nullable WindowStore<String, byte[]> seen;

  public Novelty(String store, StreamsMeters meters) {
    this.store = store;
    this.meters = meters;
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> given) {
    super.init(given);
    seen = given.getStateStore(store);
  }

  @Override
  public void process(Record<String, SpecificRecord> in) {
    if (!isFact(in.value()) || isFirst(in)) {
      context().forward(in);
    } else {
      meters.repeated();
    }
  }

  private static boolean isFact(@Nullable SpecificRecord record) {
    return record != null && !(record instanceof CatalogEntry) && !(record instanceof SliSample);
  }

  private boolean isFirst(Record<String, SpecificRecord> in) {
    if (seen == null) {
      throw new IllegalStateException("not initialised");
    }
    String identity = RecordFields.identity(in.value());
    Instant received = Instant.ofEpochMilli(in.timestamp());
    try (WindowStoreIterator<byte[]> before =
        seen.fetch(identity, received.minus(REMEMBERED), received.plus(REMEMBERED))) {
      if (before.hasNext()) {
        return false;
      }
    }
    seen.put(identity, HERE, in.timestamp());
    return true;
  }
}
