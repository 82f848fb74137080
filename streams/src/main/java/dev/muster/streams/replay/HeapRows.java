package dev.muster.streams.replay;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A store on the heap, its rows in the order of their keys; ranges include both ends. */
final class HeapRows<K extends Comparable<? super K>> implements KeyValueStore<K, byte[]> {
  private final String name;
  private final NavigableMap<K, byte[]> rows = new TreeMap<>();

  HeapRows(String name) {
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void put(K key, byte @Nullable [] value) {
    if (value == null) {
      rows.remove(key);
    } else {
      rows.put(key, value);
    }
  }

  @Override
  public byte @Nullable [] putIfAbsent(K key, byte[] value) {
    return rows.putIfAbsent(key, value);
  }

  @Override
  public void putAll(List<KeyValue<K, byte[]>> entries) {
    entries.forEach(entry -> put(entry.key, entry.value));
  }

  @Override
  public byte @Nullable [] delete(K key) {
    return rows.remove(key);
  }

  @Override
  public byte @Nullable [] get(K key) {
    return rows.get(key);
  }

  @Override
  public KeyValueIterator<K, byte[]> range(@Nullable K from, @Nullable K to) {
    NavigableMap<K, byte[]> tail = from == null ? rows : rows.tailMap(from, true);
    return new Walk<>(to == null ? tail : tail.headMap(to, true));
  }

  @Override
  public KeyValueIterator<K, byte[]> all() {
    return new Walk<>(rows);
  }

  @Override
  public long approximateNumEntries() {
    return rows.size();
  }

  @Override
  public void init(StateStoreContext context, StateStore root) {
    // Filled from the beginning of the log; there is nothing to restore.
  }

  @Override
  public void close() {
    rows.clear();
  }

  @Override
  public boolean persistent() {
    return false;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  private static final class Walk<K> implements KeyValueIterator<K, byte[]> {
    private final Iterator<Map.Entry<K, byte[]>> left;
    private Map.@Nullable Entry<K, byte[]> next;

    Walk(NavigableMap<K, byte[]> rows) {
      left = rows.entrySet().iterator();
      advance();
    }

    private void advance() {
      next = left.hasNext() ? left.next() : null;
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public K peekNextKey() {
      return here().getKey();
    }

    @Override
    public KeyValue<K, byte[]> next() {
      Map.Entry<K, byte[]> here = here();
      advance();
      return new KeyValue<>(here.getKey(), here.getValue());
    }

    private Map.Entry<K, byte[]> here() {
      if (next == null) {
        throw new java.util.NoSuchElementException();
      }
      return next;
    }

    @Override
    public void close() {
      // Holds nothing.
    }
  }
}
