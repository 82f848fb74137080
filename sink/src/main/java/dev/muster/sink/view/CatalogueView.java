package dev.muster.sink.view;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.yaml.CatalogueCodec;
import dev.muster.runtime.part.Health;
import dev.muster.runtime.part.Part;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.sink.view.Changes.Change;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The catalogue's topic, understood. Each document is read once. */
public final class CatalogueView implements Part, Changes<CatalogEntry> {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogueView.class);

  private final TopicView<CatalogEntry> topic;
  private final SortedMap<String, Service> services = new TreeMap<>();
  private final Map<String, Standard> standards = new HashMap<>();
  private final Map<String, Applied<Standard>> newest = new HashMap<>();
  private @Nullable Applied<Map<String, Check>> checks;
  private volatile Catalogue catalogue =
      new Catalogue(new TreeMap<>(), Map.of(), Map.of(), Map.of());

  /** Something, and when it was applied. */
  private record Applied<T>(T what, Instant at) {}

  public CatalogueView(TopicView<CatalogEntry> topic) {
    this.topic = topic;
  }

  @Override
  public String name() {
    return topic.name();
  }

  @Override
  public void start() {
    topic.listen(this);
    topic.start();
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public @Nullable Freshness freshness() {
    return topic.freshness();
  }

  /** On the view's thread only. */
  @Override
  public void changed(List<Change<CatalogEntry>> changes) {
    changes.forEach(change -> take(change.held()));
    Map<String, Standard> latest = new HashMap<>();
    newest.forEach((id, applied) -> latest.put(id, applied.what()));
    Applied<Map<String, Check>> known = checks;
    catalogue =
        new Catalogue(
            new TreeMap<>(services),
            Map.copyOf(standards),
            Map.copyOf(latest),
            known == null ? Map.of() : known.what());
  }

  private void take(Held<CatalogEntry> held) {
    CatalogEntry entry = held.value();
    if (entry == null) {
      services.remove(held.key());
      return;
    }
    try {
      switch (entry.getKind()) {
        case SERVICE -> services.put(held.key(), CatalogueCodec.readService(entry.getDocument()));
        case STANDARD -> take(entry, CatalogueCodec.readStandard(entry.getDocument()));
        case CHECKS -> take(entry, CatalogueCodec.readChecks(entry.getDocument()));
        case UNKNOWN -> LOG.atWarn().addKeyValue("key", held.key()).log("unknown kind of entry");
      }
    } catch (IllegalArgumentException unreadable) {
      services.remove(held.key());
      LOG.atWarn()
          .addKeyValue("partition", held.partition())
          .addKeyValue("offset", held.offset())
          .log("cannot read a document of the catalogue; it is not shown");
    }
  }

  /** Every partition has a copy, and partitions are read in no order: the time decides. */
  private void take(CatalogEntry entry, Standard standard) {
    standards.put(entry.getId() + '@' + entry.getHash(), standard);
    newest.merge(
        entry.getId(),
        new Applied<>(standard, entry.getTime()),
        (old, now) -> now.at().isBefore(old.at()) ? old : now);
  }

  private void take(CatalogEntry entry, List<Check> all) {
    Applied<Map<String, Check>> known = checks;
    if (known == null || !entry.getTime().isBefore(known.at())) {
      Map<String, Check> byId = new HashMap<>();
      all.forEach(check -> byId.put(check.id(), check));
      checks = new Applied<>(Map.copyOf(byId), entry.getTime());
    }
  }

  @Override
  public Health check() {
    return topic.check();
  }

  @Override
  public void close() {
    topic.close();
  }
}
