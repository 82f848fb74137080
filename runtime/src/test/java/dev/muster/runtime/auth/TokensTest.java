package dev.muster.runtime.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokensTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @TempDir Path folder;
  private final Hand clock = new Hand();
  private Tokens tokens;

  /** A clock moved by hand. */
  private static final class Hand extends Clock {
    private Instant now = NOON;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @BeforeEach
  void open() {
    tokens = new Tokens(folder, clock, new SecureRandom());
  }

  private Tokens.Issued person(Duration life) {
    return tokens.issuePerson("Ada", "ada@example.org", "team-a", Set.of(Role.ATTESTER), life);
  }

  @Test
  void aPersonIsKnownUntilTheTokenExpires() {
    Tokens.Issued issued = person(Duration.ofDays(2));

    clock.now = NOON.plus(Duration.ofDays(2)).minusMillis(1);
    Authentication before = tokens.authenticate("Bearer " + issued.text());
    clock.now = NOON.plus(Duration.ofDays(2));
    Authentication after = tokens.authenticate("Bearer " + issued.text());

    assertThat(before).isEqualTo(new Authentication.Known(issued.identity()));
    assertThat(after)
        .isEqualTo(new Authentication.Refused("The token is unknown, revoked or expired."));
  }

  @Test
  void aPersonalTokenLivesAtMostNinetyDays() {
    assertThatThrownBy(() -> person(Duration.ofDays(91))).hasMessageContaining("PT2160H");
  }

  @Test
  void aMachineSpeaksOnlyForWhatItIsBoundTo() {
    Tokens.Issued issued =
        tokens.issueMachine(
            "ci", Map.of("source", new Scope(List.of("ci/*", "cron"))), Optional.empty());

    Authentication.Known known = (Authentication.Known) tokens.identify(issued.text());
    Identity.Machine machine = (Identity.Machine) known.identity();

    assertThat(machine.allows("source", "ci/eu")).isTrue();
    assertThat(machine.allows("source", "cron")).isTrue();
    assertThat(machine.allows("source", "cron2")).isFalse();
    assertThat(machine.allows("other", "ci/eu")).isFalse();
  }

  @Test
  void aPatternHasItsStarAtTheEnd() {
    assertThatThrownBy(() -> new Scope(List.of("a*b"))).hasMessageContaining("a*b");
    assertThatThrownBy(() -> new Scope(List.of(""))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRevokedTokenIsRefusedByEveryProgramOfTheFolder() {
    Tokens.Issued issued = person(Duration.ofDays(1));
    Tokens other = new Tokens(folder, clock, new SecureRandom());
    assertThat(other.identify(issued.text())).isInstanceOf(Authentication.Known.class);

    boolean known = tokens.revoke(issued.identity().tokenId());

    assertThat(known).isTrue();
    assertThat(other.identify(issued.text())).isInstanceOf(Authentication.Refused.class);
    assertThat(tokens.revoke("none")).isFalse();
  }

  @Test
  void aMistypedTokenIsToldFromAnUnknownOne() {
    String text = person(Duration.ofDays(1)).text();
    char last = text.charAt(text.length() - 1);

    Authentication mistyped =
        tokens.identify(text.substring(0, text.length() - 1) + (last == '0' ? '1' : '0'));

    assertThat(mistyped)
        .isEqualTo(new Authentication.Refused("This is not a token, or it was not copied whole."));
  }

  @Test
  void noHeaderIsMissingAndAnotherSchemeIsRefused() {
    assertThat(tokens.authenticate(null)).isEqualTo(new Authentication.Missing());
    assertThat(tokens.authenticate("Basic YTpi")).isInstanceOf(Authentication.Refused.class);
  }

  @Test
  void theFileHoldsHashesOnlyAndIsItsOwnersAlone() throws Exception {
    Tokens.Issued issued = person(Duration.ofDays(1));
    Path file = folder.resolve("tokens.json");

    assertThat(Files.readString(file)).doesNotContain(issued.text()).contains("ada@example.org");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(issued.toString()).doesNotContain(issued.text());
  }

  @Test
  void tokensSurviveARestart() {
    Tokens.Issued machine =
        tokens.issueMachine(
            "ci",
            Map.of("a", new Scope(List.of("x", "y*")), "b", new Scope(List.of("*"))),
            Optional.of(Duration.ofDays(400)));
    Tokens.Issued person = person(Duration.ofDays(1));

    List<StoredToken> read = new Tokens(folder, clock, new SecureRandom()).list();

    assertThat(read)
        .extracting(StoredToken::identity)
        .containsExactly(machine.identity(), person.identity());
  }

  @Test
  void theAdminTokenIsKeptWhileItIsValid() throws Exception {
    String first = Files.readString(tokens.adminTokenFile());
    String same = Files.readString(tokens.adminTokenFile());
    clock.now = NOON.plus(Duration.ofDays(90));
    String renewed = Files.readString(tokens.adminTokenFile());

    assertThat(same).isEqualTo(first);
    assertThat(renewed).isNotEqualTo(first);
    assertThat(tokens.identify(renewed.strip())).isInstanceOf(Authentication.Known.class);
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("token"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aLoginLinkWorksOnceAndForAQuarterOfAnHour() {
    LoginLinks links = new LoginLinks(clock, new SecureRandom());
    Identity.Person ada = (Identity.Person) person(Duration.ofDays(1)).identity();
    String used = links.issue(ada);
    String late = links.issue(ada);

    assertThat(links.redeem(used)).contains(ada);
    assertThat(links.redeem(used)).isEmpty();
    clock.now = NOON.plus(Duration.ofMinutes(15));
    assertThat(links.redeem(late)).isEmpty();
  }
}
