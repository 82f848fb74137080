package dev.muster.ingest.door;

import dev.muster.ingest.fact.Fact;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What became of the facts acknowledged last, so that a repeat is written once. Those it has
 * forgotten, or another process took, are written again; streams ignores them by id and source.
 */
final class RecentFacts {

  /** What became of one. */
  enum Became {
    ACCEPTED,
    PARKED
  }

  /** What makes two facts the same. */
  record FactKey(String kind, String about, String source, String id) {
    static FactKey of(Fact fact) {
      return new FactKey(fact.kind().word(), fact.key().orElse(""), fact.source(), fact.id());
    }
  }

  private final Map<FactKey, Became> facts;

  RecentFacts(int most) {
    facts =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<FactKey, Became> eldest) {
            return size() > most;
          }
        };
  }

  synchronized @Nullable Became of(FactKey key) {
    return facts.get(key);
  }

  synchronized void remember(Map<FactKey, Became> more) {
    facts.putAll(more);
  }
}
