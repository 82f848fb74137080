package dev.muster.sink.login;

import com.linecorp.armeria.common.Cookie;
import com.linecorp.armeria.common.HttpRequest;
import java.util.Optional;

/**
 * The cookie that holds a session's id.
 *
 * @param secure whether browsers reach this server by TLS, through a proxy or not
 */
record SessionCookie(boolean secure) {
  private static final String NAME = "muster_session";

  Cookie of(String id) {
    return cookie(id, Sessions.LIFE.toSeconds());
  }

  Cookie gone() {
    return cookie("", 0);
  }

  private Cookie cookie(String value, long seconds) {
    return Cookie.secureBuilder(NAME, value)
        .secure(secure)
        .path("/")
        .httpOnly(true)
        .sameSite("Strict")
        .maxAge(seconds)
        .build();
  }

  static Optional<String> in(HttpRequest request) {
    return request.headers().cookies().stream()
        .filter(cookie -> cookie.name().equals(NAME))
        .map(Cookie::value)
        .findFirst();
  }
}
