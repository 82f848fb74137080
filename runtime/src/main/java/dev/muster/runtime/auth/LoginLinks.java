package dev.muster.runtime.auth;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Codes that log a person in once, for links printed on a terminal. Kept in memory as hashes, so a
 * restart ends them.
 */
public final class LoginLinks {
  private static final Duration LIFE = Duration.ofMinutes(15);
  private static final int BYTES = 32;

  private final Clock clock;
  private final SecureRandom random;
  private final ConcurrentMap<String, Waiting> waiting = new ConcurrentHashMap<>();

  private record Waiting(Identity.Person person, Instant until) {}

  public LoginLinks(Clock clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  /** A code for fifteen minutes and one use. */
  public String issue(Identity.Person person) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String code = HexFormat.of().formatHex(bytes);
    Instant now = clock.instant();
    waiting.values().removeIf(other -> !now.isBefore(other.until()));
    waiting.put(key(code), new Waiting(person, now.plus(LIFE)));
    return code;
  }

  /** Whether it can still be redeemed; asking uses nothing up. */
  public boolean waits(String code) {
    Waiting found = waiting.get(key(code));
    return found != null && clock.instant().isBefore(found.until());
  }

  /** Empty when it was never issued, was used, or is too old. */
  public Optional<Identity.Person> redeem(String code) {
    return Optional.ofNullable(waiting.remove(key(code)))
        .filter(found -> clock.instant().isBefore(found.until()))
        .map(Waiting::person);
  }

  private static String key(String code) {
    return HexFormat.of().formatHex(TokenText.hash(code));
  }
}
