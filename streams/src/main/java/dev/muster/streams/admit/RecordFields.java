package dev.muster.streams.admit;

import dev.muster.schemas.record.CatalogEntry;
import dev.muster.schemas.record.CatalogKind;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What all facts have, by the names that all of them give it. */
final class RecordFields {
  private RecordFields() {}

  /** The key under which a record has to stand. */
  static @Nullable String key(SpecificRecord record) {
    if (record instanceof CatalogEntry entry) {
      return key(entry);
    }
    String service = text(record, "service");
    return service == null ? text(record, "subject") : service;
  }

  private static String key(CatalogEntry entry) {
    CatalogKind kind = entry.getKind();
    return switch (kind) {
      case STANDARD -> "standard:" + entry.getId() + '@' + entry.getHash();
      case CHECKS -> "checks:" + entry.getHash();
      case SERVICE, UNKNOWN -> entry.getId();
    };
  }

  /** Unique among all facts: no source has a NUL in its name. */
  static String identity(SpecificRecord fact) {
    return text(fact, "source") + '\0' + text(fact, "id");
  }

  private static @Nullable String text(SpecificRecord record, String name) {
    Schema.Field field = record.getSchema().getField(name);
    return field == null ? null : (String) record.get(field.pos());
  }
}
