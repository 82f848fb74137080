package dev.muster.streams.judge;

import dev.muster.schemas.record.CatalogEntry;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The documents of the catalogue: each standard and each set of checks there ever was, by hash, and
 * of each service the newest.
 */
final class Documents {
  private static final String SERVICE = "service:";
  private static final String CHECKS = "checks";

  private final KeyValueStore<String, byte[]> store;

  Documents(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  void put(CatalogEntry entry) {
    byte[] document = entry.getDocument().getBytes(StandardCharsets.UTF_8);
    switch (entry.getKind()) {
      case SERVICE -> store.put(SERVICE + entry.getId(), document);
      case STANDARD -> store.put(standardKey(entry.getId(), entry.getHash()), document);
      case CHECKS -> {
        store.put(checksKey(entry.getHash()), document);
        store.put(CHECKS, entry.getHash().getBytes(StandardCharsets.UTF_8));
      }
      case UNKNOWN -> {
        // Of a newer version; it is kept in the topic and means nothing here yet.
      }
    }
  }

  void forgetService(String id) {
    store.delete(SERVICE + id);
  }

  Optional<String> service(String id) {
    return text(SERVICE + id);
  }

  Optional<String> standard(String id, String hash) {
    return text(standardKey(id, hash));
  }

  Optional<String> checks(String hash) {
    return text(checksKey(hash));
  }

  /** Hash of the checks in force for entries that arrive now, empty for none. */
  String checksInForce() {
    return text(CHECKS).orElse("");
  }

  private static String standardKey(String id, String hash) {
    return "standard:" + id + '@' + hash;
  }

  private static String checksKey(String hash) {
    return CHECKS + ':' + hash;
  }

  private Optional<String> text(String key) {
    byte[] bytes = store.get(key);
    return bytes == null
        ? Optional.empty()
        : Optional.of(new String(bytes, StandardCharsets.UTF_8));
  }
}
