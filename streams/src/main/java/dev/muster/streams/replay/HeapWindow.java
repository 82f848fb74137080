package dev.muster.streams.replay;

import dev.muster.streams.admit.Novelty;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/** Rows by their window's beginning, kept as long as facts are remembered; no ranges are asked. */
final class HeapWindow implements WindowStore<Bytes, byte[]> {
  private final String name;
  private final NavigableMap<Long, Map<Bytes, byte[]>> windows = new TreeMap<>();

  HeapWindow(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void put(Bytes key, byte[] value, long window) {
    windows.computeIfAbsent(window, any -> new HashMap<>()).put(key, value);
    windows.headMap(windows.lastKey() - Novelty.KEPT.toMillis()).clear();
  }

  @Override
  public byte @Nullable [] fetch(Bytes key, long window) {
    Map<Bytes, byte[]> rows = windows.get(window);
    return rows == null ? null : rows.get(key);
  }

  @Override
  public WindowStoreIterator<byte[]> fetch(Bytes key, long from, long to) {
    throw noRanges();
  }

  @Override
  public WindowStoreIterator<byte[]> fetch(Bytes key, Instant from, Instant to) {
    throw noRanges();
  }

  @Override
  public KeyValueIterator<Windowed<Bytes>, byte[]> fetch(Bytes one, Bytes other, long a, long b) {
    throw noRanges();
  }

  @Override
  public KeyValueIterator<Windowed<Bytes>, byte[]> fetch(
      Bytes one, Bytes other, Instant from, Instant to) {
    throw noRanges();
  }

  @Override
  public KeyValueIterator<Windowed<Bytes>, byte[]> all() {
    throw noRanges();
  }

  @Override
  public KeyValueIterator<Windowed<Bytes>, byte[]> fetchAll(long from, long to) {
    throw noRanges();
  }

  @Override
  public KeyValueIterator<Windowed<Bytes>, byte[]> fetchAll(Instant from, Instant to) {
    throw noRanges();
  }

  private static UnsupportedOperationException noRanges() {
    return new UnsupportedOperationException("a replay asks a window for one row at a time");
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    // Filled from the beginning of the log; there is nothing to restore.
  }

  @Override
  public void close() {
    windows.clear();
  }

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return true;
  }
}
