package dev.muster.runtime.auth;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is asking. */
public sealed interface Identity {

  /** The id of the token that proved it; not secret. */
  String tokenId();

  String name();

  /**
   * A person, who can be asked why.
   *
   * @param expires at most {@link #LONGEST} after the token was issued
   */
  record Person(
      String tokenId, String name, String email, String team, Set<Role> roles, Instant expires)
      implements Identity {

    /** How long a personal token may live. */
    public static final Duration LONGEST = Duration.ofDays(90);

    public Person {
      roles = Set.copyOf(roles);
      if (name.isBlank() || email.indexOf('@') < 1 || roles.isEmpty()) {
        throw new IllegalArgumentException("need a name, an e-mail address and at least one role");
      }
    }

    public boolean has(Role role) {
      return roles.contains(role) || roles.contains(Role.ADMIN);
    }
  }

  /**
   * A program, which may only say what was seen.
   *
   * @param scopes by kind, what it may speak for; a kind that is not there allows nothing
   * @param expires never when absent
   */
  record Machine(String tokenId, String name, Map<String, Scope> scopes, Optional<Instant> expires)
      implements Identity {
    public Machine {
      scopes = Map.copyOf(scopes);
      if (name.isBlank()) {
        throw new IllegalArgumentException("need a name");
      }
    }

    public boolean allows(String kind, String name) {
      Scope scope = scopes.get(kind);
      return scope != null && scope.allows(name);
    }
  }
}
