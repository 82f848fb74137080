package dev.muster.sink.release;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.MediaType;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.muster.sink.login.Door;
import dev.muster.sink.login.Reader;
import dev.muster.sink.release.Subject.OneService;
import dev.muster.sink.release.Subject.WholeSystem;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * {@code /api/v1/services/{s}/readiness} and {@code /api/v1/systems/{y}/readiness}: the release
 * gate, as JSON, or as text for shells that ask for it.
 */
public record ReadinessRoutes(ReadinessDesk desk, Door door, Clock clock) {

  public void addTo(ServerBuilder server) {
    add(server, "/api/v1/services/{name}/readiness", OneService::new);
    add(server, "/api/v1/systems/{name}/readiness", WholeSystem::new);
  }

  private void add(ServerBuilder server, String path, Function<String, Subject> subject) {
    server
        .route()
        .get(path)
        .build(
            door.forApi(
                (ctx, request) -> {
                  Reader reader = Door.reader(ctx);
                  MediaType best =
                      request.headers().accept().stream().findFirst().orElse(MediaType.JSON);
                  boolean asText = best.is(MediaType.PLAIN_TEXT);
                  return HttpResponse.of(
                      CompletableFuture.supplyAsync(
                          () -> answer(ctx, reader, subject, asText), ctx.blockingTaskExecutor()));
                }));
  }

  private HttpResponse answer(
      ServiceRequestContext ctx, Reader reader, Function<String, Subject> subject, boolean asText) {
    try {
      Question question =
          Question.of(subject.apply(ctx.pathParam("name")), ctx.queryParams(), clock.instant());
      Answer answer = desk.answer(reader, question);
      return asText
          ? HttpResponse.of(HttpStatus.OK, MediaType.PLAIN_TEXT_UTF_8, ReadinessText.of(answer))
          : HttpResponse.of(HttpStatus.OK, MediaType.JSON, ReadinessJson.of(answer).toString());
    } catch (CannotAnswer why) {
      return why.problem().toResponse();
    }
  }
}
