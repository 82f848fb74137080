package dev.muster.sink.past;

import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.yaml.CatalogueCodec;
import dev.muster.schemas.record.CatalogEntry;

/** Reads services out of old catalogue entries. */
final class CatalogueEntries {
  private CatalogueEntries() {}

  static Service service(CatalogEntry entry) {
    try {
      return CatalogueCodec.readService(entry.getDocument());
    } catch (IllegalArgumentException unreadable) {
      throw new CannotRead(
          "The catalogue entry of \"%s\" of %s cannot be read, so nothing is said of what it was."
              .formatted(entry.getId(), entry.getTime()),
          unreadable);
    }
  }
}
