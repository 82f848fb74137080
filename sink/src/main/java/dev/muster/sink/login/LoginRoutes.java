package dev.muster.sink.login;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.QueryParams;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.muster.runtime.auth.Authentication;
import dev.muster.runtime.auth.Identity.Person;
import dev.muster.runtime.http.Problem;
import dev.muster.sink.SinkMeters;
import dev.muster.sink.SinkMeters.Login;
import dev.muster.sink.page.Pages;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Logging in and out. A one-time link shows a button first, so that a mail scanner or a preview
 * does not use it up.
 */
public final class LoginRoutes {
  /** Before the code of a one-time link. */
  public static final String LINK = "/login/once/";

  private static final String STALE =
      "This link was used already, is too old, or Muster has started again since. Log in with a"
          + " token, or by the link of the newest start.";

  /** A path of this server: begins with one slash, and no browser reads another host into it. */
  private static final Pattern OWN_PATH = Pattern.compile("/([\\w.~%?=&+#-][\\w.~%?=&+#/-]*)?");

  private final Entrance entrance;
  private final Pages pages;
  private final SinkMeters meters;

  public LoginRoutes(Entrance entrance, Pages pages, SinkMeters meters) {
    this.entrance = entrance;
    this.pages = pages;
    this.meters = meters;
  }

  public void addTo(ServerBuilder server) {
    server
        .route()
        .get("/login")
        .build((ctx, request) -> pages.login(HttpStatus.OK, null, null, next(ctx.queryParams())));
    server.route().get(LINK + "{code}").build((ctx, request) -> once(ctx.pathParam("code")));
    server.route().post("/login").build(this::login);
    server.route().post("/logout").build(this::logout);
  }

  private HttpResponse once(String code) {
    return entrance.links().waits(code)
        ? pages.login(HttpStatus.OK, null, code, "/")
        : pages.login(HttpStatus.GONE, STALE, null, "/");
  }

  private HttpResponse login(ServiceRequestContext ctx, HttpRequest request) {
    if (!SameOrigin.holds(request.headers())) {
      return foreign();
    }
    return HttpResponse.of(request.aggregate().thenApply(whole -> login(ctx, whole)));
  }

  private HttpResponse login(ServiceRequestContext ctx, AggregatedHttpRequest request) {
    QueryParams form = QueryParams.fromQueryString(request.contentUtf8());
    String next = next(form);
    String address = address(ctx, request);
    Optional<Duration> wait = entrance.tries().wait(address);
    if (wait.isPresent()) {
      meters.login(Login.LIMITED);
      return limited(wait.get(), next);
    }
    String code = form.get("link");
    Optional<Person> person =
        code == null ? byToken(form.get("token", "")) : entrance.links().redeem(code);
    if (person.isEmpty()) {
      entrance.tries().missed(address);
      meters.login(Login.REFUSED);
      String why =
          code == null
              ? "This token is not valid: unknown, expired, revoked, or not a person's."
              : STALE;
      return pages.login(HttpStatus.UNAUTHORIZED, why, null, next);
    } else if (!new Reader(person.get()).reads()) {
      meters.login(Login.REFUSED);
      String why = "This token lacks the role viewer.";
      return pages.login(HttpStatus.FORBIDDEN, why, null, next);
    }
    meters.login(Login.LET_IN);
    return HttpResponse.of(
        ResponseHeaders.builder(HttpStatus.SEE_OTHER)
            .add(HttpHeaderNames.LOCATION, next)
            .cookie(entrance.cookie().of(entrance.sessions().begin(person.get())))
            .build());
  }

  private Optional<Person> byToken(String text) {
    return entrance.tokens().identify(text.strip()) instanceof Authentication.Known known
            && known.identity() instanceof Person person
        ? Optional.of(person)
        : Optional.empty();
  }

  private HttpResponse logout(ServiceRequestContext ctx, HttpRequest request) {
    if (!SameOrigin.holds(request.headers())) {
      return foreign();
    }
    SessionCookie.in(request).ifPresent(entrance.sessions()::end);
    return HttpResponse.of(
        ResponseHeaders.builder(HttpStatus.SEE_OTHER)
            .add(HttpHeaderNames.LOCATION, "/login")
            .cookie(entrance.cookie().gone())
            .build());
  }

  private HttpResponse limited(Duration wait, String next) {
    long seconds = Math.max(1, wait.toSeconds());
    String why = "Too many wrong tries from your address. Wait " + seconds + " s.";
    return pages
        .login(HttpStatus.TOO_MANY_REQUESTS, why, null, next)
        .mapHeaders(
            headers -> headers.toBuilder().addLong(HttpHeaderNames.RETRY_AFTER, seconds).build());
  }

  private static HttpResponse foreign() {
    return Problem.of(HttpStatus.FORBIDDEN, "This form was not sent from Muster's own page.")
        .toResponse();
  }

  /** Behind a proxy, the last address in the list is the one it saw itself. */
  private String address(ServiceRequestContext ctx, AggregatedHttpRequest request) {
    List<String> forwarded = request.headers().getAll(HttpHeaderNames.X_FORWARDED_FOR);
    if (entrance.behindProxy() && !forwarded.isEmpty()) {
      String last = forwarded.get(forwarded.size() - 1);
      return last.substring(last.lastIndexOf(',') + 1).strip();
    }
    return ctx.remoteAddress().getAddress().getHostAddress();
  }

  private static String next(QueryParams params) {
    String next = params.get("next", "/");
    return OWN_PATH.matcher(next).matches() ? next : "/";
  }
}
