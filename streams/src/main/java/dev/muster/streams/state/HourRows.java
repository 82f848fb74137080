package dev.muster.streams.state;

import dev.muster.core.slo.HourShelf;
import dev.muster.core.slo.SliceHour;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The hours of one SLO in a store: a row for each, together and in their order. */
class HourRows implements HourShelf {
  private final KeyValueStore<Bytes, byte[]> store;
  private final byte[] key;

  HourRows(KeyValueStore<Bytes, byte[]> store, byte[] key) {
    this.store = store;
    this.key = key;
  }

  @Override
  public @Nullable SliceHour get(long hour) {
    byte[] bytes = store.get(row(hour));
    return bytes == null ? null : BurnCodec.readHour(bytes);
  }

  @Override
  public void put(SliceHour hour) {
    store.put(row(hour.hour()), BurnCodec.write(hour));
  }

  @Override
  public void remove(long hour) {
    store.delete(row(hour));
  }

  @Override
  public void clear() {
    List<Bytes> rows = new ArrayList<>();
    try (KeyValueIterator<Bytes, byte[]> all = store.range(row(0), row(Long.MAX_VALUE))) {
      all.forEachRemaining(each -> rows.add(each.key));
    }
    rows.forEach(store::delete);
  }

  private Bytes row(long hour) {
    return Bytes.wrap(
        ByteBuffer.allocate(key.length + 1 + Long.BYTES)
            .put(key)
            .put((byte) 0)
            .putLong(hour)
            .array());
  }
}
