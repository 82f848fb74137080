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
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One kind of thing that people say over HTTP: only a person says it, from our own pages or with a
 * token; it is answered when it is written down, and so is every refusal.
 *
 * @param action as the audit names it
 * @param says makes of a request what is to be written, or throws {@link Refused}
 */
record Writing(Pen pen, String action, Says says, Answers answers) implements HttpService {
  private static final Logger LOG = LoggerFactory.getLogger(Writing.class);
  private static final Duration AGAIN = Duration.ofSeconds(2);

  /** Makes something to write of a request. */
  @FunctionalInterface
  interface Says {
    Said<?> of(Person person, ServiceRequestContext ctx, AggregatedHttpRequest request);
  }

  /** How it is answered: documents for programs, pages for people. */
  interface Answers {
    /** After it is written down; {@code write} does that. */
    CompletableFuture<HttpResponse> after(Said<?> said, Supplier<CompletableFuture<Void>> write);

    /**
     * It is not.
     *
     * @param sent what came; empty where it was not looked at
     */
    HttpResponse refused(ServiceRequestContext ctx, String sent, Problem problem);
  }

  @Override
  public HttpResponse serve(ServiceRequestContext ctx, HttpRequest request) {
    boolean byToken = request.headers().contains(HttpHeaderNames.AUTHORIZATION);
    if (!byToken && !SameOrigin.holds(request.headers())) {
      return answers.refused(
          ctx,
          "",
          Problem.of(HttpStatus.FORBIDDEN, "This form was not sent from Muster's own page."));
    }
    Identity who = Door.reader(ctx).identity();
    return HttpResponse.of(
        request
            .aggregate()
            .thenComposeAsync(whole -> answered(who, ctx, whole), ctx.blockingTaskExecutor()));
  }

  private CompletableFuture<HttpResponse> answered(
      Identity who, ServiceRequestContext ctx, AggregatedHttpRequest request) {
    String sent = request.contentUtf8();
    Function<Throwable, HttpResponse> away = thrown -> answers.refused(ctx, sent, away(thrown));
    try {
      if (!(who instanceof Person person)) {
        throw Refused.forbidden("Only a person can say this; a machine's token cannot.");
      }
      Said<?> said = says.of(person, ctx, request);
      return answers
          .after(said, () -> pen.write(new Attempt(who, action, said.subject()), said))
          .exceptionally(away);
    } catch (Refused refused) {
      Problem problem = refused.problem();
      return noted(who, problem)
          .thenApply(written -> answers.refused(ctx, sent, problem))
          .exceptionally(away);
    } catch (RuntimeException thrown) {
      return CompletableFuture.completedFuture(away.apply(thrown));
    }
  }

  /** What was malformed was no attempt; all else is written down before it is answered. */
  private CompletableFuture<Void> noted(Identity who, Problem problem) {
    return problem.status().equals(HttpStatus.FORBIDDEN)
        ? pen.refused(new Attempt(who, action, "org"), problem.detail())
        : CompletableFuture.completedFuture(null);
  }

  private static Problem away(Throwable thrown) {
    Throwable inner = thrown.getCause();
    Throwable cause = thrown instanceof CompletionException && inner != null ? inner : thrown;
    LOG.atWarn().addKeyValue("fault", Fault.of(cause)).log("a person's word was not written");
    return Problem.unavailable("It is not known to be written down; say it again.", AGAIN);
  }
}
