package dev.muster.sink.past;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.muster.runtime.http.Problem;
import dev.muster.runtime.http.Problem.FieldError;
import dev.muster.runtime.settings.Closest;
import dev.muster.sink.login.Door;
import dev.muster.sink.login.Reader;
import dev.muster.sink.view.Views;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** {@code /api/v1/scorecards/{service}?at=}: scorecards of the past. */
public record PastRoutes(AsOf asOf, Views views, Door door, Clock clock) {
  static final Duration AGAIN = Duration.ofSeconds(5);

  public void addTo(ServerBuilder server) {
    server
        .route()
        .get("/api/v1/scorecards/{service}")
        .matchesParams("at")
        .build(
            door.forApi(
                (ctx, request) -> {
                  Reader reader = Door.reader(ctx);
                  // The reading has a shorter time of its own, and says so when it is over.
                  ctx.setRequestTimeout(AsOf.PATIENCE.multipliedBy(2));
                  return HttpResponse.of(
                      CompletableFuture.supplyAsync(
                          () -> answer(ctx, reader), ctx.blockingTaskExecutor()));
                }));
  }

  private HttpResponse answer(ServiceRequestContext ctx, Reader reader) {
    String service = ctx.pathParam("service");
    String asked = Optional.ofNullable(ctx.queryParam("at")).orElse("");
    if (!reader.mayRead(service)) {
      return Problem.of(HttpStatus.FORBIDDEN, "This token may not read that service.").toResponse();
    } else if (views.freshness().isEmpty()) {
      return Problem.unavailable("The catalogue has not been read to its end yet.", AGAIN)
          .toResponse();
    }
    Optional<Instant> at = Instants.parse(asked);
    if (at.isEmpty()) {
      return refused("\"at\" is no instant.", Instants.EXPECTED, asked).toResponse();
    } else if (at.get().isAfter(clock.instant())) {
      return refused(
              "\"at\" lies in the future. What runs out until then: muster check --at INSTANT.",
              "an instant until now",
              asked)
          .toResponse();
    }
    try {
      return answer(asOf.read(service, at.get()), service, reader, asked);
    } catch (CannotRead why) {
      return Problem.unavailable(why.sentence(), AGAIN).toResponse();
    }
  }

  private HttpResponse answer(Past past, String service, Reader reader, String asked) {
    if (past instanceof Past.Card card) {
      return HttpResponse.of(HttpStatus.OK, MediaType.JSON, PastJson.of(card).toString());
    } else if (past instanceof Past.TooEarly early) {
      return refused(early.sentence(), "an instant from " + early.earliest() + " on", asked)
          .toResponse();
    } else if (past instanceof Past.Gone gone) {
      String sentence = "\"%s\" was taken out of the catalogue at %s, before that instant.";
      return Problem.of(HttpStatus.NOT_FOUND, sentence.formatted(service, gone.since()))
          .toResponse();
    }
    return Problem.of(
            HttpStatus.NOT_FOUND,
            "There never was a service \"" + service + "\"." + nearest(service, reader))
        .toResponse();
  }

  private String nearest(String service, Reader reader) {
    List<String> names =
        views.catalogue().catalogue().services().keySet().stream().filter(reader::mayRead).toList();
    return Closest.to(service, names).map(near -> " Did you mean " + near + '?').orElse("");
  }

  private static Problem refused(String detail, String expected, String got) {
    return Problem.malformed(detail, List.of(new FieldError("at", expected, got)));
  }
}
