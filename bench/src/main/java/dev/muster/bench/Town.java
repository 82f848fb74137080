package dev.muster.bench;

import dev.muster.core.catalogue.Catalogue;
import dev.muster.core.catalogue.Dataset;
import dev.muster.core.catalogue.Lifecycle;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.StandardUse;
import dev.muster.core.catalogue.yaml.CatalogueCodec;
import dev.muster.core.catalogue.yaml.CatalogueReader;
import dev.muster.core.slo.Budgeting;
import dev.muster.core.slo.BurnRule;
import dev.muster.core.slo.Slo;
import dev.muster.schemas.Topics;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.schemas.record.CatalogKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The catalogue of many services, all held to the same standards. */
final class Town {
  static final String DATASET = "main-db";

  /** By the built-in rules: windows of 5 minutes to 30 days. */
  static final Slo AVAILABILITY =
      new Slo(
          "availability",
          null,
          "availability",
          new BigDecimal("0.99"),
          Slo.DEFAULT_PERIOD,
          new Budgeting.Occurrences(),
          BurnRule.BUILT_IN,
          Slo.DEFAULT_MIN_FAILURES,
          Slo.DEFAULT_SAMPLE_INTERVAL,
          null);

  private final Catalogue catalogue = CatalogueReader.builtIn();
  private final List<Standard> standards;

  private Town(Predicate<Standard> chosen) {
    this.standards = catalogue.standards().stream().filter(chosen).toList();
  }

  /** Held to one standard. */
  static Town ofOne() {
    return new Town(standard -> standard.id().equals("seven-gates"));
  }

  /** Held to all that are built in. */
  static Town ofAll() {
    return new Town(standard -> true);
  }

  List<Standard> standards() {
    return standards;
  }

  /** What each service is held to. */
  List<StandardUse> uses() {
    return standards.stream()
        .map(standard -> new StandardUse(standard.id(), hash(standard), null, null))
        .toList();
  }

  /** Records that it takes to say it. */
  long entries(int services) {
    return services + (1L + standards.size()) * Machine.LAYOUT.partitions();
  }

  /** Returns when all is handed to the producer. */
  void write(Letters letters, Stream<Service> services, Instant received) {
    CatalogEntry checks =
        entry(
            CatalogKind.CHECKS,
            "checks",
            CatalogueCodec.writeChecks(List.copyOf(catalogue.checks())),
            received);
    for (int partition = 0; partition < Machine.LAYOUT.partitions(); partition++) {
      letters.send(Topics.CATALOG, partition, "checks:" + checks.getHash(), checks, received);
      for (Standard standard : standards) {
        CatalogEntry gates =
            entry(CatalogKind.STANDARD, standard.id(), CatalogueCodec.write(standard), received);
        String key = "standard:" + standard.id() + '@' + gates.getHash();
        letters.send(Topics.CATALOG, partition, key, gates, received);
      }
    }
    services.forEach(
        service ->
            letters.send(
                Topics.CATALOG,
                service.name(),
                entry(CatalogKind.SERVICE, service.name(), CatalogueCodec.write(service), received),
                received));
  }

  private static String hash(Standard standard) {
    return CatalogueCodec.hash(CatalogueCodec.write(standard));
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

  /** One that belongs to nothing and has one dataset. */
  Service service(String name) {
    return service(name, List.of());
  }

  /** One that promises something too. */
  Service promising(String name) {
    return service(name, List.of(AVAILABILITY));
  }

  private Service service(String name, List<Slo> slos) {
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
        uses(),
        Map.of(),
        List.of(),
        null,
        null,
        List.of(new Dataset(DATASET, "postgres", Dataset.DEFAULT_RPO, null, null, null)),
        Map.of(),
        List.of(),
        slos,
        List.of(),
        null);
  }
}
