package dev.muster.ingest.catalogue;

import dev.muster.core.catalogue.Lifecycle;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.SourceRule;
import dev.muster.core.slo.Budgeting;
import dev.muster.core.slo.BurnRule;
import dev.muster.core.slo.Slo;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Catalogue entries for tests. */
public final class Services {
  private Services() {}

  public static KnownServices of(Service... services) {
    return new KnownServices(
        Arrays.stream(services).collect(Collectors.toMap(Service::name, service -> service)),
        Set.of());
  }

  public static Service service(String name, String... slos) {
    return new Service(
        name,
        null,
        "team-a",
        null,
        2,
        Set.of(),
        Lifecycle.PRODUCTION,
        null,
        Set.of(),
        null,
        List.of(),
        Map.of(),
        List.of(),
        null,
        null,
        List.of(),
        Map.of(),
        List.of(),
        Arrays.stream(slos).map(Services::slo).toList(),
        List.of(new SourceRule("alertmanager", Map.of("labels.app", name + "-app"))),
        null);
  }

  private static Slo slo(String name) {
    return new Slo(
        name,
        null,
        null,
        new BigDecimal("0.999"),
        Slo.DEFAULT_PERIOD,
        new Budgeting.Occurrences(),
        BurnRule.BUILT_IN,
        Slo.DEFAULT_MIN_FAILURES,
        Slo.DEFAULT_SAMPLE_INTERVAL,
        null);
  }
}
