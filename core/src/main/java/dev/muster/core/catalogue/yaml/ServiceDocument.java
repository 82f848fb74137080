package dev.muster.core.catalogue.yaml;

import java.util.Optional;

/**
 * A Service as written.
 *
 * @param owner absent where the system's counts
 * @param tier absent where the system's counts
 * @param rotation id, absent for none
 */
record ServiceDocument(
    String name,
    Optional<String> owner,
    Optional<Integer> tier,
    Optional<String> rotation,
    ServiceParts parts,
    Fields fields) {

  static final String TIER = "a tier of 1 (most critical) to 4";

  /** Empty where a mistake was found. */
  static Optional<ServiceDocument> read(String name, Fields spec) {
    int before = spec.findings().count();
    Optional<String> owner = spec.reference("owner", Kind.TEAM);
    Optional<Integer> tier = spec.value("tier", TIER, ServiceDocument::tierOf);
    Optional<String> rotation = spec.reference("rotation", Kind.ROTATION);
    ServiceParts parts = ServiceParts.read(spec);
    ServiceParts.refuseHashes(parts.standards(), spec);
    if (!spec.has("partOf")) {
      spec.require("owner", "tier");
    }
    spec.node("checks")
        .ifPresent(
            node ->
                spec.findings()
                    .mistake(
                        node,
                        "no such field yet",
                        "query checks are not read yet; post a scan instead"));
    spec.done();
    return spec.findings().count() == before
        ? Optional.of(new ServiceDocument(name, owner, tier, rotation, parts, spec))
        : Optional.empty();
  }

  static int tierOf(String text) {
    int tier = Integer.parseInt(text);
    if (tier < 1 || tier > 4) {
      throw new IllegalArgumentException(text);
    }
    return tier;
  }
}
