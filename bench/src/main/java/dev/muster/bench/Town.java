package dev.muster.bench;

import dev.muster.core.catalogue.Catalogue;
import dev.muster.core.catalogue.Dataset;
import dev.muster.core.catalogue.Lifecycle;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.StandardUse;
import dev.muster.core.catalogue.yaml.CatalogueCodec;
import dev.muster.core.catalogue.yaml.CatalogueReader;
import dev.muster.schemas.Topics;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.schemas.record.CatalogKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The catalogue of many services, all held to one standard. */
final class Town {
  static final String DATASET = "main-db";
  private static final String STANDARD = "seven-gates";

  private final Catalogue catalogue = CatalogueReader.builtIn();

  /** Returns when all is handed to the producer. */
  void write(Letters letters, Mix mix, Instant received) {
    Standard standard =
        catalogue.standards().stream()
            .filter(one -> one.id().equals(STANDARD))
            .findFirst()
            .orElseThrow();
    String document = CatalogueCodec.write(standard);
    String hash = CatalogueCodec.hash(document);
    CatalogEntry checks =
        entry(
            CatalogKind.CHECKS,
            "checks",
            CatalogueCodec.writeChecks(List.copyOf(catalogue.checks())),
            received);
    CatalogEntry gates = entry(CatalogKind.STANDARD, STANDARD, document, received);
    for (int partition = 0; partition < Machine.LAYOUT.partitions(); partition++) {
      letters.send(Topics.CATALOG, partition, "checks:" + checks.getHash(), checks, received);
      letters.send(Topics.CATALOG, partition, "standard:" + STANDARD + '@' + hash, gates, received);
    }
    for (int i = 0; i < mix.services(); i++) {
      String name = mix.service(i);
      String service = CatalogueCodec.write(service(name, hash));
      letters.send(
          Topics.CATALOG, name, entry(CatalogKind.SERVICE, name, service, received), received);
    }
  }

  private static CatalogEntry entry(CatalogKind kind, String id, String document, Instant time) {
    return CatalogEntry.newBuilder()
        .setKind(kind)
        .setId(id)
        .setHash(CatalogueCodec.hash(document))
        .setDocument(document)
        .setAppliedBy("bench")
        .setTime(time)
        .build();
  }

  private static Service service(String name, String standard) {
    return new Service(
        name,
        null,
        "team",
        null,
        2,
        Set.of(),
        Lifecycle.PRODUCTION,
        null,
        Set.of("public", "data", "calls-out"),
        null,
        List.of(new StandardUse(STANDARD, standard, null, null)),
        Map.of(),
        List.of(),
        null,
        null,
        List.of(new Dataset(DATASET, "postgres", Dataset.DEFAULT_RPO, null, null, null)),
        Map.of(),
        List.of(),
        Set.of(),
        List.of(),
        null);
  }
}
