package dev.muster.ingest.catalogue;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.yaml.CatalogueCodec;
import dev.muster.runtime.part.Fault;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.schemas.record.CatalogKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The services and checks as the records of the catalogue topic say, one after the other. */
final class CatalogueReading {
  private static final Logger LOG = LoggerFactory.getLogger(CatalogueReading.class);

  private final String topic;
  private final Deserializer<CatalogEntry> entries;
  private final Map<String, Service> services = new HashMap<>();
  private Set<String> checks = Set.of();
  private Instant checksApplied = Instant.MIN;

  CatalogueReading(String topic, Deserializer<CatalogEntry> entries) {
    this.topic = topic;
    this.entries = entries;
  }

  /**
   * A null value ends the service that is the key. An entry that cannot be read changes nothing.
   */
  void read(String key, byte @Nullable [] value) {
    if (value == null) {
      services.remove(key);
      return;
    }
    try {
      CatalogEntry entry = entries.deserialize(topic, value);
      if (entry != null && entry.getKind() == CatalogKind.SERVICE) {
        services.put(key, CatalogueCodec.readService(entry.getDocument()));
      } else if (entry != null && entry.getKind() == CatalogKind.CHECKS) {
        readChecks(entry);
      }
    } catch (SerializationException | IllegalArgumentException e) {
      LOG.atWarn()
          .addKeyValue("entry", key)
          .addKeyValue("fault", Fault.of(e))
          .log("cannot read a catalogue entry, keeping the one before");
    }
  }

  /** Every partition has a copy of each; the one applied last counts. */
  private void readChecks(CatalogEntry entry) {
    if (entry.getTime().isAfter(checksApplied)) {
      checks =
          CatalogueCodec.readChecks(entry.getDocument()).stream()
              .map(Check::id)
              .collect(Collectors.toSet());
      checksApplied = entry.getTime();
    }
  }

  KnownServices known() {
    return new KnownServices(services, checks);
  }
}
