package dev.muster.sink.word;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.muster.runtime.auth.Identity;
import dev.muster.runtime.auth.Identity.Person;
import dev.muster.runtime.http.Problem;
import dev.muster.runtime.part.Fault;
import dev.muster.sink.login.Door;
import dev.muster.sink.login.SameOrigin;
import dev.muster.sink.word.Pen.Attempt;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One kind of thing that people say over HTTP: only a person says it, from our own pages or with a
 * token; it is answered when it is written down, and so is every refusal.
 *
 * @param action as the audit names it
 * @param says makes of a request what is to be written, or throws {@link Refused}
 * @param answer once it is written
 */
record Writing(Pen pen, String action, Says says, Function<Said<?>, HttpResponse> answer)
    implements HttpService {
  private static final Logger LOG = LoggerFactory.getLogger(Writing.class);
  private static final Duration AGAIN = Duration.ofSeconds(2);

  /** Makes something to write of a request. */
  @FunctionalInterface
  interface Says {
    Said<?> of(Person person, ServiceRequestContext ctx, AggregatedHttpRequest request);
  }

  @Override
  public HttpResponse serve(ServiceRequestContext ctx, HttpRequest request) {
    boolean byToken = request.headers().contains(HttpHeaderNames.AUTHORIZATION);
    if (!byToken && !SameOrigin.holds(request.headers())) {
      return Problem.of(HttpStatus.FORBIDDEN, "This form was not sent from Muster's own page.")
          .toResponse();
    }
    Identity who = Door.reader(ctx).identity();
    return HttpResponse.of(
        request
            .aggregate()
            .thenComposeAsync(whole -> answered(who, ctx, whole), ctx.blockingTaskExecutor()));
  }

  private CompletableFuture<HttpResponse> answered(
      Identity who, ServiceRequestContext ctx, AggregatedHttpRequest request) {
    try {
      if (!(who instanceof Person person)) {
        throw Refused.forbidden("Only a person can say this; a machine's token cannot.");
      }
      Said<?> said = says.of(person, ctx, request);
      return pen.write(new Attempt(who, action, said.subject()), said)
          .thenApply(written -> answer.apply(said))
          .exceptionally(Writing::away);
    } catch (Refused refused) {
      return refused(who, refused);
    } catch (RuntimeException away) {
      return CompletableFuture.completedFuture(away(away));
    }
  }

  /** What was malformed was no attempt; all else is written down before it is answered. */
  private CompletableFuture<HttpResponse> refused(Identity who, Refused refused) {
    Problem problem = refused.problem();
    return problem.status().equals(HttpStatus.FORBIDDEN)
        ? pen.refused(new Attempt(who, action, "org"), problem.detail())
            .thenApply(written -> problem.toResponse())
            .exceptionally(Writing::away)
        : CompletableFuture.completedFuture(problem.toResponse());
  }

  private static HttpResponse away(Throwable thrown) {
    Throwable inner = thrown.getCause();
    Throwable cause = thrown instanceof CompletionException && inner != null ? inner : thrown;
    LOG.atWarn().addKeyValue("fault", Fault.of(cause)).log("a person's word was not written");
    return Problem.unavailable("It is not known to be written down; say it again.", AGAIN)
        .toResponse();
  }
}
