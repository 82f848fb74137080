package dev.muster.sink.past;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpResponseWriter;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.muster.runtime.http.Problem;
import dev.muster.sink.login.Door;
import dev.muster.sink.login.Reader;
import dev.muster.sink.view.Views;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** {@code /api/v1/evidence}: for auditors. Rows are sent as they are read. */
public record EvidenceRoutes(EvidenceReport report, Views views, Door door, Clock clock) {

  public void addTo(ServerBuilder server) {
    server
        .route()
        .get("/api/v1/evidence")
        .build(
            door.forApi(
                (ctx, request) -> {
                  Reader reader = Door.reader(ctx);
                  // Each round of services has its own time.
                  ctx.clearRequestTimeout();
                  Executor aside = ctx.blockingTaskExecutor();
                  return HttpResponse.of(
                      CompletableFuture.supplyAsync(() -> answer(ctx, reader, aside), aside));
                }));
  }

  private HttpResponse answer(ServiceRequestContext ctx, Reader reader, Executor aside) {
    if (views.freshness().isEmpty()) {
      return Problem.unavailable(
              "The catalogue has not been read to its end yet.", PastRoutes.AGAIN)
          .toResponse();
    }
    EvidenceQuestion asked =
        new EvidenceQuestion(ctx.queryParams(), views.catalogue().catalogue(), clock.instant());
    if (asked.refusal(reader).isPresent()) {
      return asked.refusal(reader).get().toResponse();
    }
    EvidenceForm form = asked.form();
    try {
      Iterator<List<EvidenceRow>> rounds = report.rows(asked.query(reader));
      // The first round is read before anything is promised.
      List<EvidenceRow> first = rounds.hasNext() ? rounds.next() : List.of();
      HttpResponseWriter answer = HttpResponse.streaming();
      answer.write(ResponseHeaders.builder(HttpStatus.OK).contentType(form.type()).build());
      aside.execute(() -> write(answer, form, first, rounds));
      return answer;
    } catch (CannotRead why) {
      return Problem.unavailable(why.sentence(), PastRoutes.AGAIN).toResponse();
    }
  }

  /** What cannot be read whole is cut off, so that nobody takes a part for all. */
  private static void write(
      HttpResponseWriter answer,
      EvidenceForm form,
      List<EvidenceRow> first,
      Iterator<List<EvidenceRow>> rounds) {
    try {
      boolean begun = send(answer, form.begin(EvidenceColumns.NAMES) + text(form, first, true));
      boolean none = first.isEmpty();
      while (begun && rounds.hasNext()) {
        List<EvidenceRow> round = rounds.next();
        begun = send(answer, text(form, round, none));
        none &= round.isEmpty();
      }
      if (begun) {
        answer.write(HttpData.ofUtf8(form.end()));
        answer.close();
      }
    } catch (RuntimeException why) {
      answer.close(why);
    }
  }

  private static String text(EvidenceForm form, List<EvidenceRow> rows, boolean first) {
    StringBuilder text = new StringBuilder();
    for (EvidenceRow row : rows) {
      text.append(form.row(EvidenceColumns.of(row), first && text.isEmpty()));
    }
    return text.toString();
  }

  /** Waits until the reader has taken it; false when there is no reader any more. */
  private static boolean send(HttpResponseWriter answer, String text) {
    if (!answer.tryWrite(HttpData.ofUtf8(text))) {
      return false;
    }
    answer.whenConsumed().join();
    return true;
  }
}
