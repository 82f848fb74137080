package dev.muster.streams.replay;

import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.Trial;
import dev.muster.core.catalogue.yaml.CatalogueCodec;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.schemas.record.CatalogKind;
import dev.muster.streams.admit.Received;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The log as it would be, had the catalogue always said what is tried. */
record WhatIf(Trial trial) {

  LogRecord of(LogRecord record) {
    if (!(record.value() instanceof Received.Intact intact)
        || !(intact.record() instanceof CatalogEntry entry)) {
      return record;
    }
    Standard standard = trial.standards().get(entry.getId());
    if (entry.getKind() == CatalogKind.SERVICE) {
      String document = document(entry);
      return document == null ? record : saying(record, intact, entry, entry.getId(), document);
    } else if (entry.getKind() == CatalogKind.STANDARD && standard != null) {
      String document = CatalogueCodec.write(standard);
      String key = "standard:" + entry.getId() + '@' + CatalogueCodec.hash(document);
      return saying(record, intact, entry, key, document);
    }
    return record;
  }

  /** Null where it stays as it is, or is refused as it was then. */
  private @Nullable String document(CatalogEntry entry) {
    try {
      Service service = CatalogueCodec.readService(entry.getDocument());
      Service tried = trial.of(service);
      return tried.equals(service) ? null : CatalogueCodec.write(tried);
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
  }

  private static LogRecord saying(
      LogRecord record, Received.Intact was, CatalogEntry entry, String key, String document) {
    CatalogEntry tried =
        CatalogEntry.newBuilder(entry)
            .setDocument(document)
            .setHash(CatalogueCodec.hash(document))
            .build();
    return record.saying(
        key.getBytes(StandardCharsets.UTF_8), new Received.Intact(tried, was.bytes()));
  }
}
