package dev.muster.ingest.door;

import com.linecorp.armeria.common.AggregatedHttpRequest;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.muster.ingest.catalogue.ServiceCatalogue;
import dev.muster.ingest.collector.Collector;
import dev.muster.ingest.collector.Collectors;
import dev.muster.ingest.collector.Incoming;
import dev.muster.ingest.collector.Reading;
import dev.muster.ingest.event.CloudEvents;
import dev.muster.ingest.fact.FactKind;
import dev.muster.ingest.publish.Outlet;
import dev.muster.ingest.publish.Trace;
import dev.muster.runtime.auth.Authentication;
import dev.muster.runtime.auth.Tokens;
import dev.muster.schemas.EventHeaders;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The routes: who is asking, what was sent, what is answered. */
public final class Door {
  private final Tokens tokens;
  private final ServiceCatalogue catalogue;
  private final Outlet outlet;
  private final Intake intake;

  public Door(Tokens tokens, ServiceCatalogue catalogue, Outlet outlet) {
    this.tokens = tokens;
    this.catalogue = catalogue;
    this.outlet = outlet;
    this.intake = new Intake(catalogue, outlet);
  }

  /** Adds the routes to a server. */
  public void addTo(ServerBuilder server) {
    post(server, "/v1/events", CloudEvents::read);
    for (FactKind kind : FactKind.values()) {
      post(server, "/v1/facts/" + kind.word(), incoming -> PlainFacts.read(kind, incoming));
    }
    for (Collector collector : Collectors.ALL) {
      post(server, "/v1/collectors/" + collector.tool(), collector::read);
    }
  }

  private void post(ServerBuilder server, String path, Function<Incoming, Reading> reader) {
    HttpService handler =
        (ctx, req) ->
            HttpResponse.of(
                req.aggregate()
                    .thenComposeAsync(
                        request -> outcome(request, ctx, reader), ctx.blockingTaskExecutor())
                    .thenApply(this::answer));
    server.route().post(path).build(handler);
  }

  private HttpResponse answer(Outcome outcome) {
    if (!(outcome instanceof Outcome.Taken)) {
      outlet.meters().refused(outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }
    return Answers.of(outcome);
  }

  private CompletableFuture<Outcome> outcome(
      AggregatedHttpRequest request,
      ServiceRequestContext ctx,
      Function<Incoming, Reading> reader) {
    Authentication proven =
        tokens.authenticate(request.headers().get(HttpHeaderNames.AUTHORIZATION));
    if (proven instanceof Authentication.Known known) {
      Incoming incoming = incoming(request, ctx);
      Reading reading = reader.apply(incoming);
      if (reading.truncated() > 0) {
        outlet.meters().truncated(reading.truncated());
      }
      return intake.take(
          known.identity(), reading, new Trace(incoming.header(EventHeaders.TRACE_PARENT)));
    }
    String why =
        proven instanceof Authentication.Refused refused
            ? refused.why()
            : "Send a token: Authorization: Bearer …";
    return CompletableFuture.completedFuture(new Outcome.Unauthorized(why));
  }

  private Incoming incoming(AggregatedHttpRequest request, ServiceRequestContext ctx) {
    Map<String, String> query = new HashMap<>();
    ctx.queryParams().forEach(query::put);
    Map<String, String> headers = new HashMap<>();
    // A header that comes twice is one list, as HTTP says.
    request
        .headers()
        .forEach((name, value) -> headers.merge(name.toString(), value, (a, b) -> a + ", " + b));
    return new Incoming(
        query, headers, request.content().array(), catalogue.known(), outlet.received().now());
  }
}
