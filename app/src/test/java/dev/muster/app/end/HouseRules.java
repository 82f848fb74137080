package dev.muster.app.end;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A catalogue with a standard of its own, two rotations, and people who may do different things.
 *
 * @param minutes the bound on the drill of a rotation
 * @param rotationOfBilling the other services: orders and payments are of {@code checkout}, search
 *     is of no rotation and held to another standard
 */
record HouseRules(int minutes, String rotationOfBilling) {
  static final String STANDARD = "house";

  private static final String TEXT =
      """
      apiVersion: muster/v1
      kind: Team
      metadata: {name: team-a}
      spec:
        zone: UTC
        members:
          - {email: ann@example.org, roles: [responder, attester]}
          - {email: bob@example.org, roles: [responder]}
          - {email: kim@example.org, roles: [approver], approvesTiers: [2]}
          - {email: max@example.org, roles: [approver], approvesTiers: [3]}
      ---
      apiVersion: muster/v1
      kind: Rotation
      metadata: {name: checkout}
      spec: {team: team-a, zone: UTC}
      ---
      apiVersion: muster/v1
      kind: Rotation
      metadata: {name: money}
      spec: {team: team-a, zone: UTC}
      ---
      apiVersion: muster/v1
      kind: System
      metadata: {name: shop}
      spec: {owner: team-a, tier: 2}
      ---
      apiVersion: muster/v1
      kind: Standard
      metadata: {name: house}
      spec:
        title: House rules
        gates:
          - id: reviewed
            risk: a stranger reads what is not theirs
            remedy: review it
            effort: a day
            requires: [{check: authorization-review, fresh: half-yearly}]
          - id: diagnosed
            risk: nobody finds it at night
            remedy: drill it
            effort: a day
            requires:
              - check: diagnosis-drill
                fresh: quarterly
                scope: rotation
                must: values.minutesToAnswer < %d
          - id: broken-into
            waivable: false
            risk: it is tried first by one with other intentions
            remedy: have it tried
            effort: weeks
            requires:
              - {check: penetration-test, fresh: yearly, scope: system, must: values.openHigh == 0}
          - id: measured
            risk: nobody sees it
            remedy: measure it
            effort: a day
            requires: [{check: metrics, fresh: quarterly, proof: machine}]
      """;

  private static final String SERVICE =
      """
      ---
      apiVersion: muster/v1
      kind: Service
      metadata: {name: %s}
      spec:
        owner: team-a
        partOf: shop
        tier: 2
        lifecycle: production
      %s
        standards: [{id: %s}]
        environments: {production: [prod]}
        branches: [main]
      """;

  /** Writes it into a folder of its own below another. */
  Path write(Path below) {
    String all =
        TEXT.formatted(minutes)
            + service("orders", "  rotation: checkout", STANDARD)
            + service("payments", "  rotation: checkout", STANDARD)
            + service("billing", "  rotation: " + rotationOfBilling, STANDARD)
            + service("search", "", Catalogues.STANDARD);
    try {
      Path folder = Files.createTempDirectory(below, "house-");
      Files.writeString(folder.resolve("all.yaml"), all);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String service(String name, String rotation, String standard) {
    return SERVICE.formatted(name, rotation, standard);
  }
}
