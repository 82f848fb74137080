package dev.muster.app.catalogue;

import dev.muster.core.catalogue.Catalogue;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.yaml.CatalogueCodec;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.schemas.record.CatalogKind;
import java.util.ArrayList;
import java.util.List;

/**
 * One document of the catalogue.
 *
 * @param id of the service or standard; {@code checks} for the checks
 */
record Entry(CatalogKind kind, String id, String hash, String document) {
  private static final String CHECKS = "checks";

  /** In the order in which they are written: what is named comes before what names it. */
  static List<Entry> of(Catalogue catalogue) {
    List<Entry> entries = new ArrayList<>();
    entries.add(of(CatalogKind.CHECKS, CHECKS, CatalogueCodec.writeChecks(catalogue.checks())));
    for (Standard standard : catalogue.standards()) {
      entries.add(of(CatalogKind.STANDARD, standard.id(), CatalogueCodec.write(standard)));
    }
    for (Service service : catalogue.services()) {
      entries.add(of(CatalogKind.SERVICE, service.name(), CatalogueCodec.write(service)));
    }
    return entries;
  }

  static Entry of(CatalogEntry record) {
    return new Entry(record.getKind(), record.getId(), record.getHash(), record.getDocument());
  }

  private static Entry of(CatalogKind kind, String id, String document) {
    return new Entry(kind, id, CatalogueCodec.hash(document), document);
  }

  /** The key of its record. */
  String key() {
    return switch (kind) {
      case STANDARD -> "standard:" + id + '@' + hash;
      case CHECKS -> "checks:" + hash;
      case SERVICE, UNKNOWN -> id;
    };
  }

  /** Whether every partition gets a copy, so that whoever reads one has all that is named there. */
  boolean everywhere() {
    return kind != CatalogKind.SERVICE;
  }

  /** What it is, for people. */
  String noun() {
    return switch (kind) {
      case STANDARD -> "standard " + id;
      case CHECKS -> "checks";
      case SERVICE, UNKNOWN -> "service " + id;
    };
  }
}
