package dev.muster.sink.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.muster.core.catalogue.ProvingCommand;
import dev.muster.runtime.http.Problem;
import dev.muster.runtime.settings.Closest;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.sink.login.Door;
import dev.muster.sink.login.Reader;
import dev.muster.sink.page.Filter;
import dev.muster.sink.page.PageRoutes;
import dev.muster.sink.view.Freshness;
import dev.muster.sink.view.Views;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1}: scorecards for programs. */
public record ApiRoutes(Views views, Door door, ScorecardStream stream, Clock clock) {
  private static final Duration AGAIN = Duration.ofSeconds(2);

  public void addTo(ServerBuilder server) {
    server
        .route()
        .get("/api/v1/scorecards")
        .build(
            door.forApi(
                (ctx, request) -> {
                  Reader reader = Door.reader(ctx);
                  Filter filter = PageRoutes.filter(ctx.queryParams());
                  return answer(ctx, fresh -> list(fresh, reader, filter));
                }));
    server
        .route()
        .get("/api/v1/scorecards/{service}")
        .build(
            door.forApi(
                (ctx, request) -> {
                  Reader reader = Door.reader(ctx);
                  String service = ctx.pathParam("service");
                  return answer(ctx, fresh -> one(fresh, reader, service));
                }));
    server.route().get("/api/v1/stream").build(door.forApi(stream));
  }

  /** Until everything was read, nothing is told: a part of the log is a false past. */
  private HttpResponse answer(
      ServiceRequestContext ctx, Function<Freshness, HttpResponse> whenRead) {
    Optional<Freshness> fresh = views.freshness();
    if (fresh.isEmpty()) {
      return Problem.unavailable("The scorecards have not been read to their end yet.", AGAIN)
          .toResponse();
    }
    return HttpResponse.of(
        CompletableFuture.supplyAsync(
            () -> whenRead.apply(fresh.get()), ctx.blockingTaskExecutor()));
  }

  private HttpResponse list(Freshness fresh, Reader reader, Filter filter) {
    List<Scorecard> cards =
        views.scorecards().snapshot().values().values().stream()
            .filter(card -> reader.mayRead(card.getService()) && filter.takes(card))
            .toList();
    return json(ScorecardJson.list(fresh, cards, clock.instant()));
  }

  private HttpResponse one(Freshness fresh, Reader reader, String service) {
    if (!reader.mayRead(service)) {
      return Problem.of(HttpStatus.FORBIDDEN, "This token may not read that service.").toResponse();
    }
    return views
        .scorecards()
        .snapshot()
        .value(service)
        .map(
            card ->
                json(
                    ScorecardJson.one(fresh, card, clock.instant())
                        .put("production", production(service))))
        .orElseGet(() -> unknown(reader, service).toResponse());
  }

  /** Where what counts runs; null when it cannot be said. */
  private @Nullable String production(String service) {
    return Optional.ofNullable(views.catalogue().catalogue().services().get(service))
        .flatMap(ProvingCommand::production)
        .orElse(null);
  }

  private Problem unknown(Reader reader, String service) {
    if (views.catalogue().catalogue().services().containsKey(service)) {
      return Problem.of(
          HttpStatus.NOT_FOUND, '"' + service + "\" is in the catalogue and was not judged yet.");
    }
    List<String> names =
        Stream.concat(
                views.scorecards().snapshot().values().keySet().stream(),
                views.catalogue().catalogue().services().keySet().stream())
            .filter(reader::mayRead)
            .toList();
    return Problem.of(
        HttpStatus.NOT_FOUND,
        "There is no service \""
            + service
            + "\"."
            + Closest.to(service, names).map(near -> " Did you mean " + near + '?').orElse(""));
  }

  private static HttpResponse json(ObjectNode body) {
    return HttpResponse.of(HttpStatus.OK, MediaType.JSON, body.toString());
  }
}
