package dev.muster.sink.page;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.server.ServerBuilder;
import dev.muster.sink.login.Door;
import dev.muster.sink.login.Reader;
import dev.muster.sink.past.AsOf;
import dev.muster.sink.past.CannotRead;
import dev.muster.sink.past.Instants;
import dev.muster.sink.past.Past;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** {@code /services/{service}?at=}: a service as it was, for people who are logged in. */
public record PastPages(AsOf asOf, Pages pages, Templates templates, Door door) {

  public void addTo(ServerBuilder server) {
    server
        .route()
        .get("/services/{service}")
        .matchesParams("at")
        .build(
            door.forPages(
                (ctx, request) -> {
                  Reader reader = Door.reader(ctx);
                  String service = ctx.pathParam("service");
                  String at = Optional.ofNullable(ctx.queryParam("at")).orElse("");
                  ctx.setRequestTimeout(AsOf.PATIENCE.multipliedBy(2));
                  return HttpResponse.of(
                      CompletableFuture.supplyAsync(
                          () -> page(reader, service, at), ctx.blockingTaskExecutor()));
                }));
  }

  private HttpResponse page(Reader reader, String service, String asked) {
    Times times = pages.times();
    Optional<HttpResponse> notRead = pages.notRead(reader);
    if (notRead.isPresent()) {
      return notRead.get();
    }
    Optional<Instant> at = Instants.parse(asked);
    if (at.isEmpty()) {
      return refused(reader, service, "That is no instant; write " + Instants.EXPECTED + '.');
    } else if (at.get().isAfter(times.now())) {
      return refused(
          reader,
          service,
          "That instant is still to come. What runs out until then:"
              + " muster check --service SERVICE --standard ID --at INSTANT.");
    }
    try {
      return page(reader, service, asOf.read(service, at.get()), times);
    } catch (CannotRead why) {
      return message(HttpStatus.SERVICE_UNAVAILABLE, reader, service, why.sentence());
    }
  }

  private HttpResponse page(Reader reader, String service, Past past, Times times) {
    if (past instanceof Past.Card card) {
      Frame frame = pages.frame(service, times.moment(card.at()), reader);
      return templates.answer(HttpStatus.OK, "past.jte", new PastWriter(card, times).page(frame));
    } else if (past instanceof Past.TooEarly early) {
      return refused(reader, service, early.sentence());
    } else if (past instanceof Past.Gone gone) {
      return message(
          HttpStatus.NOT_FOUND,
          reader,
          service,
          "It was taken out of the catalogue at " + gone.since() + ", before that instant.");
    }
    return message(
        HttpStatus.NOT_FOUND, reader, "No such service", "It never was in the catalogue.");
  }

  private HttpResponse refused(Reader reader, String service, String sentence) {
    return message(HttpStatus.BAD_REQUEST, reader, service, sentence);
  }

  private HttpResponse message(HttpStatus status, Reader reader, String title, String sentence) {
    Times times = pages.times();
    Frame frame = pages.frame(title, times.moment(times.now()), reader);
    return templates.answer(
        status, "message.jte", new MessagePage(frame, title, sentence, List.of(), null));
  }
}
