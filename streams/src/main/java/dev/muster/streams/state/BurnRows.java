package dev.muster.streams.state;

import dev.muster.core.slo.BurnBook;
import dev.muster.core.slo.Exclusions;
import dev.muster.core.slo.HourShelf;
import dev.muster.core.slo.SliceHour;
import dev.muster.core.slo.Slo;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The SLOs of services: a row for each, read and written once for each sample; a row for each hour
 * that is over. Those last used are held decoded.
 */
public final class BurnRows {
  private static final char BETWEEN = '\0';

  private final KeyValueStore<String, byte[]> books;
  private final KeyValueStore<Bytes, byte[]> hours;
  private final Map<String, BurnBook> held;

  public BurnRows(
      KeyValueStore<String, byte[]> books, KeyValueStore<Bytes, byte[]> hours, int most) {
    this.books = books;
    this.hours = hours;
    this.held = new Lru<>(most);
  }

  /** The row of one SLO. */
  public static String key(String service, String slo) {
    return service + BETWEEN + slo;
  }

  /** Absent when it has to be read first. */
  public @Nullable BurnBook held(String key) {
    return held.get(key);
  }

  /** Reads one as it was written by the same definition. */
  public Optional<BurnBook> read(String key, Slo slo, Exclusions exclusions) {
    byte[] bytes = books.get(key);
    if (bytes == null) {
      return Optional.empty();
    }
    BurnBook book = BurnCodec.read(bytes, slo, shelf(key), exclusions);
    held.put(key, book);
    return Optional.of(book);
  }

  public void write(String key, BurnBook book) {
    held.put(key, book);
    books.put(key, BurnCodec.write(book));
  }

  /** Where the hours of one SLO are kept. */
  public HourShelf shelf(String key) {
    return new Shelf(key.getBytes(StandardCharsets.UTF_8));
  }

  private final class Shelf implements HourShelf {
    private final byte[] key;

    Shelf(byte[] key) {
      this.key = key;
    }

    @Override
    public @Nullable SliceHour get(long hour) {
      byte[] bytes = hours.get(row(hour));
      return bytes == null ? null : BurnCodec.readHour(bytes);
    }

    @Override
    public void put(SliceHour hour) {
      hours.put(row(hour.hour()), BurnCodec.write(hour));
    }

    @Override
    public void remove(long hour) {
      hours.delete(row(hour));
    }

    @Override
    public void clear() {
      List<Bytes> rows = new ArrayList<>();
      try (KeyValueIterator<Bytes, byte[]> all = hours.range(row(0), row(Long.MAX_VALUE))) {
        all.forEachRemaining(each -> rows.add(each.key));
      }
      rows.forEach(hours::delete);
    }

    /** The hours of one SLO lie together, in their order. */
    private Bytes row(long hour) {
      return Bytes.wrap(
          ByteBuffer.allocate(key.length + 1 + Long.BYTES)
              .put(key)
              .put((byte) 0)
              .putLong(hour)
              .array());
    }
  }
}
