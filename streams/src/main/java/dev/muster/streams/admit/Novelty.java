package dev.muster.streams.admit;

import dev.muster.schemas.fact.SliSample;
import dev.muster.schemas.judgement.RotationJudgement;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.streams.StreamsMeters;
import dev.muster.streams.state.FirstTouch;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * Lets a fact through once: the second with the same source and id within seven days of received
 * time changes nothing. Entries of the catalogue and SLI samples pass untouched: the former are
 * known by their hash, the latter carry theirs in their slice. So does what streams itself has
 * summed.
 *
 * <p>A row stands at the beginning of its week and holds the exact instant, so that three rows are
 * asked for by their keys, which Bloom filters answer, instead of a range, which they cannot.
 */
public final class Novelty
    extends ContextualProcessor<String, SpecificRecord, String, SpecificRecord> {
  public static final Duration REMEMBERED = Duration.ofDays(7);

  /**
   * A week, counted from the beginning of the week it was received in. The store drops by the
   * task's newest record, which may be five minutes ahead of another's.
   */
  public static final Duration KEPT = REMEMBERED.multipliedBy(2).plusHours(1);

  private static final long WEEK = REMEMBERED.toMillis();

  /** Enough of a hash that no two facts ever share it. */
  private static final int HASH = 16;

  private final String store;
  private final StreamsMeters meters;
  private final MessageDigest sha256 = sha256();
  private @Nullable WindowStore<Bytes, byte[]> seen;
  private boolean touched;

  public Novelty(String store, StreamsMeters meters) {
    this.store = store;
    this.meters = meters;
  }

  @Override
  public void init(ProcessorContext<String, SpecificRecord> given) {
    super.init(given);
    seen = given.getStateStore(store);
    touched = false;
  }

  @Override
  public void process(Record<String, SpecificRecord> in) {
    if (!touched) {
      seen().put(FirstTouch.NOBODY, null, week(in.timestamp()));
      touched = true;
    }
    if (!isFact(in.value()) || isFirst(in)) {
      context().forward(in);
    } else {
      meters.repeated();
    }
  }

  private static boolean isFact(@Nullable SpecificRecord record) {
    return record != null
        && !(record instanceof CatalogEntry)
        && !(record instanceof SliSample)
        && !(record instanceof RotationJudgement);
  }

  private boolean isFirst(Record<String, SpecificRecord> in) {
    WindowStore<Bytes, byte[]> seen = seen();
    Bytes identity = identity(in.value());
    long received = in.timestamp();
    long week = week(received);
    for (long each = week - WEEK; each <= week + WEEK; each += WEEK) {
      byte[] before = each < 0 ? null : seen.fetch(identity, each);
      if (before != null && Math.abs(ByteBuffer.wrap(before).getLong() - received) <= WEEK) {
        return false;
      }
    }
    seen.put(identity, ByteBuffer.allocate(Long.BYTES).putLong(received).array(), week);
    return true;
  }

  private WindowStore<Bytes, byte[]> seen() {
    if (seen == null) {
      throw new IllegalStateException("not initialised");
    }
    return seen;
  }

  private static long week(long received) {
    return Math.floorDiv(received, WEEK) * WEEK;
  }

  private Bytes identity(SpecificRecord fact) {
    byte[] text = RecordFields.identity(fact).getBytes(StandardCharsets.UTF_8);
    return Bytes.wrap(Arrays.copyOf(sha256.digest(text), HASH));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("need SHA-256, which every JDK has", e);
    }
  }
}
