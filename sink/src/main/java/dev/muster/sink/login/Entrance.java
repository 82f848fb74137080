package dev.muster.sink.login;

import dev.muster.runtime.auth.LoginLinks;
import dev.muster.runtime.auth.Tokens;
import dev.muster.runtime.http.ErrorPage;
import dev.muster.runtime.http.Listen;
import java.security.SecureRandom;
import java.time.Clock;

/** All that decides who comes in, for one server. */
public final class Entrance {
  private final Tokens tokens;
  private final LoginLinks links;
  private final Sessions sessions;
  private final Tries tries;
  private final SessionCookie cookie;
  private final boolean behindProxy;

  /**
   * @param listen whether a proxy is in front, and whether browsers come by TLS
   */
  public Entrance(
      Tokens tokens, LoginLinks links, Listen listen, Clock clock, SecureRandom random) {
    this.tokens = tokens;
    this.links = links;
    this.sessions = new Sessions(tokens, clock, random);
    this.tries = new Tries(clock);
    this.cookie = new SessionCookie(listen.tls().isPresent() || listen.behindProxy());
    this.behindProxy = listen.behindProxy();
  }

  /**
   * The door.
   *
   * @param errors shown to a browser that is not let in
   */
  public Door door(ErrorPage errors) {
    return new Door(tokens, sessions, errors);
  }

  Tokens tokens() {
    return tokens;
  }

  LoginLinks links() {
    return links;
  }

  Sessions sessions() {
    return sessions;
  }

  Tries tries() {
    return tries;
  }

  SessionCookie cookie() {
    return cookie;
  }

  boolean behindProxy() {
    return behindProxy;
  }
}
