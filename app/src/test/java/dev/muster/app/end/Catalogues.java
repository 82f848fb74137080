package dev.muster.app.end;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Small catalogues: services of one team, all held to the seven gates. */
final class Catalogues {
  static final String STANDARD = "seven-gates";

  private static final String TEAM =
      """
      apiVersion: muster/v1
      kind: Team
      metadata: {name: team-a}
      spec:
        zone: UTC
        members:
          - {email: ann@example.org, roles: [responder, attester]}
      """;

  private static final String SERVICE =
      """
      ---
      apiVersion: muster/v1
      kind: Service
      metadata: {name: %s}
      spec:
        owner: team-a
        tier: 2
        lifecycle: production
        traits: [public, data, calls-out]
        standards: [{id: seven-gates}]
        environments: {production: [prod]}
        branches: [main]
        datasets:
      %s
      """;

  private static final String DATASET = "    - {name: %s, kind: postgres, rpo: PT24H, rto: PT2H}";

  private static final String SLO =
      """
      ---
      apiVersion: openslo/v1
      kind: SLO
      metadata:
        name: %s
        annotations: {muster.dev/sample-interval: %s}
      spec:
        service: %s
        indicator:
          metadata: {name: requests}
          spec:
            ratioMetric:
              counter: true
              good: {metricSource: {type: Prometheus, spec: {query: good}}}
              total: {metricSource: {type: Prometheus, spec: {query: total}}}
        timeWindow: [{duration: 30d, isRolling: true}]
        budgetingMethod: Occurrences
        objectives: [{target: 0.99}]
      """;

  private Catalogues() {}

  /** Writes one into a folder of its own below another. */
  static Path write(Path below, List<String> services, String... datasets) {
    String all = String.join("\n", List.of(datasets).stream().map(DATASET::formatted).toList());
    StringBuilder text = new StringBuilder(TEAM);
    services.forEach(service -> text.append(SERVICE.formatted(service, all)));
    try {
      Path folder = Files.createTempDirectory(below, "catalogue-");
      Files.writeString(folder.resolve("all.yaml"), text);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of what a service promises. */
  static String slo(String service) {
    return service + "-availability";
  }

  /** Adds a promise to each service; every second one is sampled by the hour only. */
  static Path withSlos(Path catalogue, List<String> services) {
    StringBuilder text = new StringBuilder();
    for (String service : services) {
      String every = services.indexOf(service) % 2 == 0 ? "1m" : "60m";
      text.append(SLO.formatted(slo(service), every, service));
    }
    try {
      Files.writeString(catalogue.resolve("slos.yaml"), text);
      return catalogue;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
