package dev.muster.sink.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The newest record of one key.
 *
 * @param value absent when it was removed, or when it cannot be read: what was before is true no
 *     more
 * @param at the record's timestamp
 */
public record Held<V>(String key, @Nullable V value, int partition, long offset, Instant at) {

  /** The same key, gone. */
  Held<V> removed() {
    return new Held<>(key, null, partition, offset, at);
  }
}
