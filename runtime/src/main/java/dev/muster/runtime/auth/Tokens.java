package dev.muster.runtime.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a data folder. Programs that share the folder see each other's changes at the next
 * request. Safe for use by several threads.
 */
public final class Tokens {
  private static final String FILE = "tokens.json";
  private static final String ADMIN_FILE = "token";
  private static final String BEARER = "Bearer ";

  private final Path file;
  private final Clock clock;
  private final SecureRandom random;
  private @Nullable Object stamp;
  private List<StoredToken> tokens = List.of();

  /**
   * A new token; its text is nowhere kept.
   *
   * @param text to be shown once to the one who asked for it
   */
  public record Issued(String text, Identity identity) {
    @Override
    public String toString() {
      return "Issued[" + identity + ']';
    }
  }

  public Tokens(Path dataFolder, Clock clock, SecureRandom random) {
    this.file = dataFolder.resolve(FILE);
    this.clock = clock;
    this.random = random;
  }

  /** For a person; {@code life} is at most 90 days. */
  public Issued issuePerson(
      String name, String email, String team, Set<Role> roles, Duration life) {
    if (life.isNegative() || life.isZero() || life.compareTo(Identity.Person.LONGEST) > 0) {
      throw new IllegalArgumentException(
          "need a life above zero and of at most " + Identity.Person.LONGEST + ", got " + life);
    }
    Instant expires = clock.instant().plus(life);
    return issue('p', id -> new Identity.Person(id, name, email, team, roles, expires));
  }

  public Issued issueMachine(String name, Map<String, Scope> scopes, Optional<Duration> life) {
    Optional<Instant> expires = life.map(clock.instant()::plus);
    return issue('m', id -> new Identity.Machine(id, name, scopes, expires));
  }

  private Issued issue(char kind, Function<String, Identity> identity) {
    String text = TokenText.random(kind, random);
    String hash = HexFormat.of().formatHex(TokenText.hash(text));
    Identity known = identity.apply(hash.substring(0, 8));
    StoredToken token = new StoredToken(known, hash, clock.instant(), Optional.empty());
    change(
        all -> {
          all.add(token);
          return all;
        });
    return new Issued(text, known);
  }

  /** All, also those that are no longer valid, oldest first. */
  public synchronized List<StoredToken> list() {
    reloadIfChanged();
    return tokens;
  }

  /** Whether there was such a token. */
  public boolean revoke(String tokenId) {
    boolean known = list().stream().anyMatch(token -> token.identity().tokenId().equals(tokenId));
    change(
        all -> {
          all.replaceAll(
              token ->
                  token.identity().tokenId().equals(tokenId)
                      ? token.revokedAt(clock.instant())
                      : token);
          return all;
        });
    return known;
  }

  /**
   * Reads an {@code Authorization} header.
   *
   * @param header absent when the request has none
   */
  public Authentication authenticate(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return new Authentication.Missing();
    } else if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return new Authentication.Refused("The Authorization header is not a bearer token.");
    }
    return identify(header.substring(BEARER.length()).strip());
  }

  /** Reads the text of a token. */
  public Authentication identify(String text) {
    if (!TokenText.isWellFormed(text)) {
      return new Authentication.Refused("This is not a token, or it was not copied whole.");
    }
    byte[] hash = TokenText.hash(text);
    Identity found = null;
    for (StoredToken token : list()) {
      // Every token is compared, each in constant time.
      boolean same = MessageDigest.isEqual(hash, HexFormat.of().parseHex(token.hash()));
      if (same && token.isValidAt(clock.instant())) {
        found = token.identity();
      }
    }
    return found == null
        ? new Authentication.Refused("The token is unknown, revoked or expired.")
        : new Authentication.Known(found);
  }

  /**
   * The file with a valid admin token's text, mode 0600; a new one is issued when the one in it is
   * missing or no longer valid.
   */
  public Path adminTokenFile() {
    Path admin = file.resolveSibling(ADMIN_FILE);
    try {
      if (Files.exists(admin)
          && identify(Files.readString(admin).strip()) instanceof Authentication.Known) {
        return admin;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + admin, e);
    }
    Issued issued =
        issuePerson(
            "admin", "admin@localhost", "admin", Set.of(Role.ADMIN), Identity.Person.LONGEST);
    OwnerOnlyFile.write(admin, (issued.text() + '\n').getBytes(StandardCharsets.UTF_8));
    return admin;
  }

  private synchronized void change(UnaryOperator<List<StoredToken>> change) {
    OwnerOnlyFile.locked(
        file, () -> TokenFile.write(file, change.apply(new ArrayList<>(TokenFile.read(file)))));
    reloadIfChanged();
  }

  private synchronized void reloadIfChanged() {
    Object now = stampOf(file);
    if (!now.equals(stamp)) {
      tokens = List.copyOf(TokenFile.read(file));
      stamp = now;
    }
  }

  /** Differs after every replacement: the file's own key, its time and its size. */
  private static Object stampOf(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return List.of(String.valueOf(now.fileKey()), now.lastModifiedTime(), now.size());
    } catch (IOException e) {
      return "none";
    }
  }
}
