package dev.muster.streams.state;

import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps the values last used. Of one stream thread. */
public final class Lru<K, V> extends LinkedHashMap<K, V> {
  private static final float LOAD = 0.75f;

  private final int most;

  public Lru(int most) {
    super(16, LOAD, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
