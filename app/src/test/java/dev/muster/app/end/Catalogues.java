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
}
