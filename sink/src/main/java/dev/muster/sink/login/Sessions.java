package dev.muster.sink.login;

import dev.muster.runtime.auth.Identity.Person;
import dev.muster.runtime.auth.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Who is logged in. Kept in memory by the hash of a random id, so that looking one up takes no
 * longer for a near miss; a restart ends them all. A session ends with the token it stands on.
 */
final class Sessions {
  /** A working day. */
  static final Duration LIFE = Duration.ofHours(12);

  private static final int ID_BYTES = 32;

  private final Tokens tokens;
  private final Clock clock;
  private final SecureRandom random;
  private final ConcurrentMap<String, Session> open = new ConcurrentHashMap<>();

  private record Session(Person person, Instant until) {}

  Sessions(Tokens tokens, Clock clock, SecureRandom random) {
    this.tokens = tokens;
    this.clock = clock;
    this.random = random;
  }

  /** The id for the cookie; nowhere kept. */
  String begin(Person person) {
    Instant now = clock.instant();
    open.values().removeIf(session -> !now.isBefore(session.until()));
    byte[] bytes = new byte[ID_BYTES];
    random.nextBytes(bytes);
    String id = HexFormat.of().formatHex(bytes);
    open.put(hash(id), new Session(person, now.plus(LIFE)));
    return id;
  }

  Optional<Person> find(String id) {
    Instant now = clock.instant();
    return Optional.ofNullable(open.get(hash(id)))
        .filter(session -> now.isBefore(session.until()) && standsOn(session.person(), now))
        .map(Session::person);
  }

  private boolean standsOn(Person person, Instant now) {
    return tokens.list().stream()
        .anyMatch(
            token -> token.identity().tokenId().equals(person.tokenId()) && token.isValidAt(now));
  }

  void end(String id) {
    open.remove(hash(id));
  }

  private static String hash(String id) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(id.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JVM has SHA-256", e);
    }
  }
}
