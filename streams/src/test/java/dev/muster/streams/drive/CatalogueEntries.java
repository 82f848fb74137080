package dev.muster.streams.drive;

import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.yaml.CatalogueCodec;
import dev.muster.schemas.Topics;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.schemas.record.CatalogKind;
import java.time.Instant;

/** Entries of the catalogue as {@code apply} writes them. */
record CatalogueEntries(String key, CatalogEntry entry) {

  static CatalogueEntries of(Standard standard, Instant at) {
    CatalogEntry entry =
        entry(CatalogKind.STANDARD, standard.id(), CatalogueCodec.write(standard), at);
    return new CatalogueEntries("standard:" + standard.id() + '@' + entry.getHash(), entry);
  }

  static CatalogueEntries of(Service service, Instant at) {
    return new CatalogueEntries(
        service.name(),
        entry(CatalogKind.SERVICE, service.name(), CatalogueCodec.write(service), at));
  }

  private static CatalogEntry entry(CatalogKind kind, String id, String document, Instant at) {
    return CatalogEntry.newBuilder()
        .setKind(kind)
        .setId(id)
        .setHash(CatalogueCodec.hash(document))
        .setDocument(document)
        .setAppliedBy("test")
        .setTime(at)
        .build();
  }

  void tellTo(Chronicle chronicle) {
    chronicle.tell(Topics.CATALOG, key, entry, entry.getTime());
  }
}
