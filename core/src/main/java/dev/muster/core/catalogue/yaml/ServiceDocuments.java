package dev.muster.core.catalogue.yaml;

import dev.muster.core.catalogue.Dataset;
import dev.muster.core.catalogue.PublicPage;
import dev.muster.core.catalogue.Rotation;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.SourceRule;
import dev.muster.core.catalogue.StandardUse;
import dev.muster.core.slo.Slo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Resolved services as documents; fields as in their YAML, with what was looked up beside. */
final class ServiceDocuments {
  private ServiceDocuments() {}

  static CanonicalJson write(Service service) {
    return new CanonicalJson()
        .with("name", service.name())
        .with("description", service.description())
        .with("owner", service.owner())
        .with("partOf", service.system())
        .with("tier", service.tier())
        .with("approvers", service.approvers())
        .with("lifecycle", service.lifecycle())
        .with("launch", service.launch())
        .with("traits", service.traits())
        .with("rotation", service.rotation() == null ? null : rotation(service.rotation()))
        .with("standards", service.standards().stream().map(ServiceDocuments::standard).toList())
        .with("environments", service.environments())
        .with("branches", service.branches())
        .with("peakPerSecond", service.peakPerSecond())
        .with(
            "deploy",
            service.deployStrategy() == null
                ? null
                : new CanonicalJson().with("strategy", service.deployStrategy()))
        .with("datasets", service.datasets().stream().map(ServiceDocuments::dataset).toList())
        .with("targets", service.targets())
        .with("confirmedBy", service.confirmedBy())
        .with("confirms", service.confirms())
        .with("slos", service.slos().stream().map(SloDocuments::write).toList())
        .with("sources", service.sources().stream().map(ServiceDocuments::source).toList())
        .with("public", publicPage(service.publicPage()));
  }

  static Optional<Service> read(Fields fields) {
    int before = fields.findings().count();
    fields.require("name", "owner", "tier");
    String name = fields.id("name").orElse("");
    String description = fields.text("description").orElse(null);
    String owner = fields.text("owner").orElse("");
    int tier = fields.value("tier", ServiceDocument.TIER, ServiceDocument::tierOf).orElse(1);
    Set<String> approvers = Set.copyOf(fields.texts("approvers"));
    ServiceParts parts = ServiceParts.read(fields);
    List<String> confirms = fields.texts("confirms");
    Rotation rotation =
        fields
            .mapping("rotation")
            .flatMap(one -> RotationReader.read(one.require("name").id("name").orElse("none"), one))
            .orElse(null);
    List<Slo> slos =
        fields.mappings("slos", "name").stream()
            .map(SloDocuments::read)
            .flatMap(Optional::stream)
            .toList();
    fields.done();
    return fields.findings().count() == before
        ? Optional.of(
            parts
                .resolved(
                    name,
                    description,
                    owner,
                    tier,
                    approvers,
                    rotation,
                    parts.standards(),
                    slos,
                    parts.publicPage())
                .confirming(confirms))
        : Optional.empty();
  }

  static CanonicalJson rotation(Rotation rotation) {
    Rotation.Hours hours = rotation.hours();
    return new CanonicalJson()
        .with("name", rotation.name())
        .with("team", rotation.team())
        .with("zone", rotation.zone())
        .with("pagesFrom", rotation.pagesFrom())
        .with(
            "hours",
            hours == null
                ? null
                : new CanonicalJson()
                    .with("sleep", span(hours.sleep()))
                    .with("business", span(hours.business())))
        .with(
            "layers",
            rotation.layers().stream()
                .map(one -> new CanonicalJson().with("name", one.name()).with("zone", one.zone()))
                .toList());
  }

  private static String span(Rotation.Span span) {
    return span.from() + "-" + span.to();
  }

  private static CanonicalJson standard(StandardUse use) {
    return new CanonicalJson()
        .with("id", use.id())
        .with("hash", use.hash())
        .with("level", use.level())
        .with("from", use.from());
  }

  private static CanonicalJson dataset(Dataset dataset) {
    return new CanonicalJson()
        .with("name", dataset.name())
        .with("kind", dataset.kind())
        .with("rpo", dataset.rpo())
        .with("rto", dataset.rto())
        .with("region", dataset.region())
        .with("retention", dataset.retention());
  }

  private static CanonicalJson source(SourceRule rule) {
    CanonicalJson json = new CanonicalJson().with("tool", rule.tool());
    rule.keys().forEach(json::with);
    return json;
  }

  private static @Nullable CanonicalJson publicPage(@Nullable PublicPage page) {
    return page == null
        ? null
        : new CanonicalJson()
            .with("component", page.component())
            .with("group", page.group())
            .with("slos", page.slos())
            .with("publish", page.publish());
  }
}
