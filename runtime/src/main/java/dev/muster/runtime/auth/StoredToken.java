package dev.muster.runtime.auth;

import java.time.Instant;
import java.util.Optional;

/**
 * A token as it is kept and listed.
 *
 * @param hash SHA-256 of its text, hexadecimal
 */
public record StoredToken(
    Identity identity, String hash, Instant issued, Optional<Instant> revoked) {

  /** Never, when absent. */
  public Optional<Instant> expires() {
    if (identity instanceof Identity.Person person) {
      return Optional.of(person.expires());
    }
    return ((Identity.Machine) identity).expires();
  }

  public boolean isValidAt(Instant now) {
    return revoked.isEmpty() && expires().map(now::isBefore).orElse(true);
  }

  StoredToken revokedAt(Instant now) {
    return new StoredToken(identity, hash, issued, Optional.of(revoked.orElse(now)));
  }
}
