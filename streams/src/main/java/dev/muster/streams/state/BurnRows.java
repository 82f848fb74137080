package dev.muster.streams.state;

import dev.muster.core.slo.BurnBook;
import dev.muster.core.slo.Exclusions;
import dev.muster.core.slo.HourShelf;
import dev.muster.core.slo.SliceHour;
import dev.muster.core.slo.Slo;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
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
  private final Map<String, SortedSet<Long>> written = new HashMap<>();

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
    return new Shelf(key);
  }

  /** The hours of one SLO that were written since this was last asked; in order. */
  public SortedSet<Long> written(String service, String slo) {
    // Most samples write none, and are not to pay for a key.
    SortedSet<Long> all = written.isEmpty() ? null : written.remove(key(service, slo));
    return all == null ? Collections.emptySortedSet() : all;
  }

  /** Notes what is written. */
  private final class Shelf extends HourRows {
    private final String slo;

    Shelf(String slo) {
      super(hours, slo.getBytes(StandardCharsets.UTF_8));
      this.slo = slo;
    }

    @Override
    public void put(SliceHour hour) {
      super.put(hour);
      written.computeIfAbsent(slo, any -> new TreeSet<>()).add(hour.hour());
    }
  }
}
