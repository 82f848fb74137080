package dev.muster.sink.word;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.StandardUse;
import dev.muster.core.gate.GateId;
import dev.muster.core.word.Attestation;
import dev.muster.runtime.http.Problem;
import dev.muster.runtime.settings.Closest;
import dev.muster.sink.view.CatalogueView;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds what people name in the catalogue, or says what is near. */
final class Names {
  /** So many are told by name; of more nobody reads the list. */
  private static final int FEW = 12;

  private final CatalogueView catalogue;

  Names(CatalogueView catalogue) {
    this.catalogue = catalogue;
  }

  static String newId() {
    return UUID.randomUUID().toString();
  }

  Service service(String name) {
    return found("service", name, catalogue.catalogue().services());
  }

  /** That nobody knows it; empty where it is known. */
  Optional<Problem> unknownService(String name) {
    Map<String, Service> all = catalogue.catalogue().services();
    return all.containsKey(name)
        ? Optional.empty()
        : Optional.of(unknown("service", name, "", all.keySet()).problem());
  }

  Check check(String id) {
    return found("check", id, catalogue.catalogue().checks());
  }

  /** Whom somebody's word for a check would count for. */
  String subject(Check check, String service) {
    return Attestation.subject(check, service(service))
        .orElseThrow(
            () ->
                Refused.against(
                    "A word for %s counts for a %s, and %s has none in the catalogue."
                        .formatted(
                            check.id(), check.scope().name().toLowerCase(Locale.ROOT), service),
                    List.of()));
  }

  /** A gate of a standard that the service is held to, which may be waived. */
  GateId waivable(Service service, String standard, String gate) {
    GateId id = new GateId(standard, gate);
    Standard text = standard(service, standard);
    boolean waivable =
        text.gates().stream()
            .filter(each -> each.id().equals(gate))
            .findFirst()
            .orElseThrow(
                () ->
                    unknown(
                        "gate",
                        gate,
                        " of " + standard,
                        text.gates().stream().map(each -> each.id()).toList()))
            .waivable();
    if (!waivable) {
      throw Refused.forbidden(id + " cannot be waived; the standard says so.");
    }
    return id;
  }

  private Standard standard(Service service, String id) {
    Optional<StandardUse> use =
        service.standards().stream().filter(each -> each.id().equals(id)).findFirst();
    String hash = use.map(StandardUse::hash).orElse(null);
    return use.flatMap(each -> catalogue.catalogue().standard(id, String.valueOf(hash)))
        .orElseThrow(
            () ->
                unknown(
                    "standard",
                    id,
                    " that " + service.name() + " is held to",
                    service.standards().stream().map(StandardUse::id).toList()));
  }

  private static <T> T found(String what, String name, Map<String, T> all) {
    @Nullable T one = all.get(name);
    if (one == null) {
      throw unknown(what, name, "", all.keySet());
    }
    return one;
  }

  private static Refused unknown(String what, String name, String where, Collection<String> known) {
    return Refused.unknown(
        "There is no %s \"%s\"%s.%s"
            .formatted(
                what,
                name,
                where,
                Closest.to(name, known)
                    .map(near -> " Did you mean " + near + '?')
                    .orElseGet(() -> what.equals("check") ? " See 'muster checks'." : all(known))));
  }

  private static String all(Collection<String> known) {
    return known.isEmpty() || known.size() > FEW
        ? ""
        : " There are " + String.join(", ", new TreeSet<>(known)) + '.';
  }
}
