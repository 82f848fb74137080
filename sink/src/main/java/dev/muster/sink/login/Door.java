package dev.muster.sink.login;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.QueryParams;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.muster.runtime.auth.Authentication;
import dev.muster.runtime.auth.Identity;
import dev.muster.runtime.auth.Tokens;
import dev.muster.runtime.http.ErrorPage;
import dev.muster.runtime.http.Problem;
import io.netty.util.AttributeKey;
import java.util.Optional;
import java.util.function.Function;

/** Lets readers in: by a bearer token, else by the session of a browser. */
public final class Door {
  private static final AttributeKey<Reader> READER = AttributeKey.valueOf(Door.class, "reader");
  private static final Problem NO_VIEWER =
      Problem.of(
          HttpStatus.FORBIDDEN,
          "Pages are for people with the role viewer. Log in with a token that has it; an"
              + " administrator makes one with: muster token create");

  private final Tokens tokens;
  private final Sessions sessions;
  private final ErrorPage errors;

  Door(Tokens tokens, Sessions sessions, ErrorPage errors) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.errors = errors;
  }

  /** Who asks, in a handler behind this door. */
  public static Reader reader(ServiceRequestContext ctx) {
    Reader reader = ctx.attr(READER);
    if (reader == null) {
      throw new IllegalStateException("this route stands before the door");
    }
    return reader;
  }

  /** Whether the request would still be let in: for answers that last. */
  public boolean stillOpen(HttpRequest request) {
    return identify(request) instanceof Authentication.Known known
        && new Reader(known.identity()).reads();
  }

  /** For programs: 401 or 403 as a problem document. */
  public HttpService forApi(HttpService inside) {
    return (ctx, request) -> {
      Authentication who = identify(request);
      if (who instanceof Authentication.Known known) {
        Reader reader = new Reader(known.identity());
        return reader.reads()
            ? enter(inside, ctx, request, reader)
            : Problem.of(HttpStatus.FORBIDDEN, mayNotRead(reader)).toResponse();
      }
      return Problem.of(
              HttpStatus.UNAUTHORIZED,
              who instanceof Authentication.Refused refused
                  ? refused.why()
                  : "Reading needs a token: Authorization: Bearer muster_…")
          .toResponse();
    };
  }

  private static String mayNotRead(Reader reader) {
    return reader.identity() instanceof Identity.Person
        ? "This token may not read. Its person needs the role viewer beside others; an administrator"
            + " makes one with: muster token create --role viewer"
        : "This token may not read. An administrator makes one that names services with:"
            + " muster token create --service";
  }

  /** For people: the login page, which then leads back. */
  public HttpService forPages(HttpService inside) {
    return forPeople(inside, HttpRequest::path);
  }

  /**
   * For what people send: who has to log in first comes back to a page.
   *
   * @param page where the form stands
   */
  public HttpService forForms(HttpService inside, String page) {
    return forPeople(inside, request -> page);
  }

  private HttpService forPeople(HttpService inside, Function<HttpRequest, String> next) {
    return (ctx, request) -> {
      Authentication who = identify(request);
      if (who instanceof Authentication.Known known) {
        Reader reader = new Reader(known.identity());
        return known.identity() instanceof Identity.Person && reader.reads()
            ? enter(inside, ctx, request, reader)
            : ErrorPage.answer(errors, NO_VIEWER, request.headers()).toHttpResponse();
      }
      String back = QueryParams.of("next", next.apply(request)).toQueryString();
      return HttpResponse.of(
          ResponseHeaders.of(HttpStatus.SEE_OTHER, HttpHeaderNames.LOCATION, "/login?" + back));
    };
  }

  private static HttpResponse enter(
      HttpService inside, ServiceRequestContext ctx, HttpRequest request, Reader reader)
      throws Exception {
    ctx.setAttr(READER, reader);
    return inside.serve(ctx, request);
  }

  private Authentication identify(HttpRequest request) {
    Authentication byToken =
        tokens.authenticate(request.headers().get(HttpHeaderNames.AUTHORIZATION));
    if (!(byToken instanceof Authentication.Missing)) {
      return byToken;
    }
    Optional<Identity.Person> person = SessionCookie.in(request).flatMap(sessions::find);
    return person
        .<Authentication>map(Authentication.Known::new)
        .orElseGet(Authentication.Missing::new);
  }
}
