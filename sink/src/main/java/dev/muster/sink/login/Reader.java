package dev.muster.sink.login;

import dev.muster.runtime.auth.Identity;
import dev.muster.runtime.auth.Role;

/** Somebody who was let in: a person reads all, a machine what it is bound to. */
public record Reader(Identity identity) {
  /** The kind of scope by which a machine's token names services. */
  public static final String SERVICES = "service";

  /** Whether there is anything at all that they may read. */
  boolean reads() {
    if (identity instanceof Identity.Person person) {
      return person.has(Role.VIEWER);
    }
    return identity instanceof Identity.Machine machine && machine.scopes().containsKey(SERVICES);
  }

  public boolean mayRead(String service) {
    if (identity instanceof Identity.Machine machine) {
      return machine.allows(SERVICES, service);
    }
    return reads();
  }

  public String name() {
    return identity.name();
  }
}
