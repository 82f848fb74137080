package dev.muster.ingest.door;

import dev.muster.ingest.fact.Fact;
import dev.muster.runtime.auth.Identity;
import dev.muster.runtime.auth.Role;
import dev.muster.schemas.fact.Severity;
import java.util.List;
import java.util.Optional;

/** What a token may say. Machines speak for the sources and services that they are bound to. */
public final class Rights {
  /** Kind of scope: who says so. */
  public static final String SOURCE = "source";

  /** Kind of scope: what is spoken of, a service id or a subject. */
  public static final String SERVICE = "service";

  private Rights() {}

  /** Why this may not be said; empty when it may. */
  static Optional<String> missing(Identity who, Fact fact) {
    if (who instanceof Identity.Person person) {
      return person.has(Role.ADMIN)
          ? Optional.empty()
          : Optional.of("Facts are sent with a machine token, or an admin's.");
    }
    Identity.Machine machine = (Identity.Machine) who;
    if (!machine.allows(SOURCE, fact.source())) {
      return Optional.of("This token may not speak as the source " + fact.source() + '.');
    }
    return fact.key()
        .filter(key -> !isHeartbeat(fact) && !machine.allows(SERVICE, key))
        .map(key -> "This token may not speak of " + key + '.');
  }

  /**
   * A source's own sign of life speaks of no service: of the whole organisation, as its collector
   * writes it. One of a rotation or system needs the right to speak of that.
   */
  private static boolean isHeartbeat(Fact fact) {
    return fact.value("severity") == Severity.NONE && fact.subject().equals(Optional.of("org"));
  }

  /** The only source that a token is bound to. */
  static Optional<String> onlySource(Identity who) {
    return only(who, SOURCE);
  }

  /** The only service that a token is bound to. */
  static Optional<String> onlyService(Identity who) {
    return only(who, SERVICE);
  }

  private static Optional<String> only(Identity who, String kind) {
    if (who instanceof Identity.Machine machine && machine.scopes().get(kind) != null) {
      List<String> patterns = machine.scopes().get(kind).patterns();
      return patterns.size() == 1 && !patterns.get(0).endsWith("*")
          ? Optional.of(patterns.get(0))
          : Optional.empty();
    }
    return Optional.empty();
  }
}
