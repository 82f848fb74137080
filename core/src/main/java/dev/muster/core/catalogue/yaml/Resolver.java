package dev.muster.core.catalogue.yaml;

import dev.muster.core.catalogue.Catalogue;
import dev.muster.core.catalogue.PublicPage;
import dev.muster.core.catalogue.Rotation;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.StandardUse;
import dev.muster.core.catalogue.Team;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Gives each service what it has from its system, its owner and its rotation, and from those that
 * name it.
 */
final class Resolver {
  private final Documents documents;
  private final Findings findings;
  private final Map<String, String> hashes = new HashMap<>();
  private final SloResolver slos;

  Resolver(Documents documents, Findings findings) {
    this.documents = documents;
    this.findings = findings;
    this.slos = new SloResolver(documents);
  }

  /** Empty where a mistake was found; references have been looked up before. */
  Optional<Catalogue> resolve() {
    documents
        .standards()
        .forEach((id, one) -> hashes.put(id, CatalogueCodec.hash(CatalogueCodec.write(one))));
    List<Service> services = documents.services().values().stream().map(this::service).toList();
    return findings.mistakes().isEmpty()
        ? Optional.of(
            new Catalogue(
                services,
                List.copyOf(documents.standards().values()),
                List.copyOf(documents.checks().values())))
        : Optional.empty();
  }

  private Service service(ServiceDocument document) {
    ServiceParts parts = document.parts();
    SystemDocument system = parts.system() == null ? null : documents.systems().get(parts.system());
    String owner = document.owner().orElseGet(() -> Objects.requireNonNull(system).owner());
    int tier = document.tier().orElseGet(() -> Objects.requireNonNull(system).tier());
    Team team = Objects.requireNonNull(documents.teams().get(owner));
    Rotation rotation =
        document.rotation().map(name -> documents.rotations().get(name)).orElse(null);
    return parts
        .resolved(
            document.name(),
            documents.descriptions().get(document.name()),
            owner,
            tier,
            approvers(team, tier),
            rotation,
            standards(document, system),
            slos.of(document.name()),
            publicPage(parts.publicPage()))
        .confirming(confirms(document.name()));
  }

  /** Who confirms has to tell, so it has to know whom. */
  private List<String> confirms(String name) {
    return documents.services().values().stream()
        .filter(other -> other.parts().confirmedBy().contains(name))
        .map(ServiceDocument::name)
        .filter(other -> !other.equals(name))
        .toList();
  }

  private @Nullable PublicPage publicPage(@Nullable PublicPage page) {
    return page == null
        ? null
        : new PublicPage(
            page.component(), page.group(), slos.expanded(page.slos()), page.publish());
  }

  private static Set<String> approvers(Team team, int tier) {
    return team.members().stream()
        .filter(member -> member.approves(tier))
        .map(Team.Member::email)
        .collect(Collectors.toSet());
  }

  /** By id: the service's own, and those of its system. */
  private List<StandardUse> standards(ServiceDocument document, @Nullable SystemDocument system) {
    SortedMap<String, StandardUse> uses = new TreeMap<>();
    document.parts().standards().forEach(use -> uses.put(use.id(), resolved(use)));
    if (system != null) {
      for (StandardUse use : system.standards()) {
        StandardUse common = resolved(use);
        StandardUse own = uses.putIfAbsent(use.id(), common);
        if (own != null && asksLess(own, common)) {
          refuseLess(document, system, common);
        }
      }
    }
    return List.copyOf(uses.values());
  }

  private StandardUse resolved(StandardUse use) {
    Standard standard = Objects.requireNonNull(documents.standards().get(use.id()));
    String level = use.level() == null ? standard.highestLevel() : use.level();
    return new StandardUse(use.id(), hashes.get(use.id()), level, use.from());
  }

  private boolean asksLess(StandardUse own, StandardUse common) {
    List<String> levels = Objects.requireNonNull(documents.standards().get(own.id())).levels();
    boolean lower = levels.indexOf(own.level()) < levels.indexOf(common.level());
    boolean later =
        own.from() != null && (common.from() == null || own.from().isAfter(common.from()));
    return lower || later;
  }

  private void refuseLess(ServiceDocument document, SystemDocument system, StandardUse common) {
    Fields fields = document.fields();
    findings.mistake(
        fields.placeOf("standards"),
        fields.pathOf("standards"),
        "%s at level %s%s or more, as system %s asks"
            .formatted(
                common.id(),
                common.level(),
                common.from() == null ? "" : " from " + common.from(),
                system.name()),
        "less",
        "a service can ask more of itself than its system does, not less; leave the line out");
  }
}
