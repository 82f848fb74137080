package dev.muster.ingest.door;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.server.HttpService;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.muster.ingest.catalogue.ServiceCatalogue;
import dev.muster.ingest.collector.Body;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/** The routes: who is asking, what was sent, what is answered. */
public final class Door {
  /** How long a report may take on its way. */
  private static final Duration LONGEST_WAY = Duration.ofMinutes(2);

  /** Each holds a thread while it comes, of the two hundred that all requests share. */
  static final int REPORTS_AT_ONCE = 32;

  private final Tokens tokens;
  private final ServiceCatalogue catalogue;
  private final Outlet outlet;
  private final Intake intake;
  private final long maxReportBytes;
  private final Semaphore reports = new Semaphore(REPORTS_AT_ONCE);

  /**
   * Opens nothing yet.
   *
   * @param maxReportBytes of what is read as a stream; other requests have the server's limit
   */
  public Door(Tokens tokens, ServiceCatalogue catalogue, Outlet outlet, long maxReportBytes) {
    this.tokens = tokens;
    this.catalogue = catalogue;
    this.outlet = outlet;
    this.intake = new Intake(catalogue, outlet);
    this.maxReportBytes = maxReportBytes;
  }

  /** Adds the routes to a server. */
  public void addTo(ServerBuilder server) {
    message(server, "/v1/events", CloudEvents::read);
    for (FactKind kind : FactKind.values()) {
      message(server, "/v1/facts/" + kind.word(), incoming -> PlainFacts.read(kind, incoming));
    }
    for (Collector collector : Collectors.ALL) {
      String path = "/v1/collectors/" + collector.tool();
      if (collector.size() == Collector.Size.REPORT) {
        report(server, path, collector::read);
      } else {
        message(server, path, collector::read);
      }
    }
  }

  /** What is short is awaited as a whole, before a thread is taken for it. */
  private void message(ServerBuilder server, String path, Function<Incoming, Reading> reader) {
    HttpService handler =
        (ctx, req) ->
            HttpResponse.of(
                req.aggregate()
                    .thenComposeAsync(
                        request -> outcome(ctx, reader, () -> Body.of(request.content().array())),
                        ctx.blockingTaskExecutor())
                    .thenApply(this::answer));
    server.route().post(path).build(handler);
  }

  /** What may be long is read while it comes, once it is known who sends it. */
  private void report(ServerBuilder server, String path, Function<Incoming, Reading> reader) {
    HttpService handler =
        (ctx, req) ->
            HttpResponse.of(
                CompletableFuture.completedFuture(req)
                    .thenComposeAsync(
                        request -> inTurn(() -> outcome(ctx, reader, () -> received(request))),
                        ctx.blockingTaskExecutor())
                    .thenApply(this::answer));
    server
        .route()
        .post(path)
        .maxRequestLength(maxReportBytes)
        .requestTimeout(LONGEST_WAY)
        .build(handler);
  }

  /** How many reports are on their way in. */
  int receiving() {
    return REPORTS_AT_ONCE - reports.availablePermits();
  }

  private CompletableFuture<Outcome> inTurn(Supplier<CompletableFuture<Outcome>> reading) {
    if (!reports.tryAcquire()) {
      return CompletableFuture.completedFuture(
          new Outcome.Unavailable(REPORTS_AT_ONCE + " reports are being received already."));
    }
    try {
      return reading.get();
    } finally {
      reports.release();
    }
  }

  private static Body received(HttpRequest request) {
    try (InputStream in =
        request.toInputStream(part -> part instanceof HttpData data ? data : HttpData.empty())) {
      return Body.receive(in);
    } catch (IOException e) {
      // The server answers by the cause: too long, or too slow.
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse answer(Outcome outcome) {
    if (!(outcome instanceof Outcome.Taken)) {
      outlet.meters().refused(outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }
    return Answers.of(outcome);
  }

  private CompletableFuture<Outcome> outcome(
      ServiceRequestContext ctx, Function<Incoming, Reading> reader, Supplier<Body> receiver) {
    Authentication proven =
        tokens.authenticate(ctx.request().headers().get(HttpHeaderNames.AUTHORIZATION));
    if (proven instanceof Authentication.Known known) {
      try (Body body = receiver.get()) {
        Incoming incoming = incoming(ctx, body, Rights.onlyService(known.identity()));
        Reading reading = reader.apply(incoming);
        if (reading.truncated() > 0) {
          outlet.meters().truncated(reading.truncated());
        }
        return intake.take(
            known.identity(), reading, new Trace(incoming.header(EventHeaders.TRACE_PARENT)));
      }
    }
    String why =
        proven instanceof Authentication.Refused refused
            ? refused.why()
            : "Send a token: Authorization: Bearer …";
    return CompletableFuture.completedFuture(new Outcome.Unauthorized(why));
  }

  private Incoming incoming(ServiceRequestContext ctx, Body body, Optional<String> bound) {
    Map<String, String> query = new HashMap<>();
    ctx.queryParams().forEach(query::put);
    Map<String, String> headers = new HashMap<>();
    // A header that comes twice is one list, as HTTP says.
    ctx.request()
        .headers()
        .forEach((name, value) -> headers.merge(name.toString(), value, (a, b) -> a + ", " + b));
    return new Incoming(query, headers, body, catalogue.known(), outlet.received().now(), bound);
  }
}
