package dev.muster.core.catalogue.yaml;

import dev.muster.core.catalogue.StandardUse;
import java.util.List;
import java.util.Optional;

/** A System as written: what its services have in common. */
record SystemDocument(String name, String owner, int tier, List<StandardUse> standards) {

  /** Empty where a mistake was found. */
  static Optional<SystemDocument> read(String name, Fields spec) {
    int before = spec.findings().count();
    spec.require("owner", "tier");
    String owner = spec.reference("owner", Kind.TEAM).orElse("");
    int tier = spec.value("tier", ServiceDocument.TIER, ServiceDocument::tierOf).orElse(1);
    List<StandardUse> standards = ServiceParts.standards(spec);
    ServiceParts.refuseHashes(standards, spec);
    spec.done();
    return spec.findings().count() == before
        ? Optional.of(new SystemDocument(name, owner, tier, standards))
        : Optional.empty();
  }
}
