package dev.muster.sink.word;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.QueryParams;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.muster.core.waiver.WaiverStep.Kind;
import dev.muster.runtime.http.Problem;
import dev.muster.schemas.fact.Waiver;
import dev.muster.sink.login.Door;
import dev.muster.sink.login.Reader;
import dev.muster.sink.page.WaiverPages;
import dev.muster.sink.view.CatalogueView;
import dev.muster.sink.view.WaiverView;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** The forms of the pages about waivers; what is written is on the page that comes next. */
public final class WaiverFormRoutes {
  private static final String HOME = "/waivers";

  private final Door door;
  private final Pen pen;
  private final WaiverView waivers;
  private final WaiverDesk desk;
  private final WaiverPages pages;

  public WaiverFormRoutes(
      Door door, Pen pen, CatalogueView catalogue, WaiverPages pages, Clock clock) {
    this.door = door;
    this.pen = pen;
    this.waivers = pages.waivers();
    this.desk = new WaiverDesk(new Names(catalogue), waivers, clock);
    this.pages = pages;
  }

  public void addTo(ServerBuilder server) {
    post(
        server,
        "/waivers",
        "waiver.ask",
        (person, ctx, request) -> desk.asked(person, Body.ofForm(form(request.contentUtf8()))),
        (reader, sent, problem) -> pages.askedAgain(reader, form(sent), problem));
    answer(server, "/waivers/{id}/approve", Kind.APPROVED);
    answer(server, "/waivers/{id}/reject", Kind.REJECTED);
    answer(server, "/waivers/{id}/revoke", Kind.REVOKED);
  }

  private static QueryParams form(String sent) {
    return QueryParams.fromQueryString(sent);
  }

  private void answer(ServerBuilder server, String path, Kind kind) {
    post(
        server,
        path,
        "waiver." + path.substring(path.lastIndexOf('/') + 1),
        (person, ctx, request) -> desk.answered(person, ctx.pathParam("id"), kind),
        (reader, sent, problem) -> pages.refused(reader, problem));
  }

  private void post(
      ServerBuilder server, String path, String action, Writing.Says says, Refusal refusal) {
    Writing writing = new Writing(pen, action, says, new Turns(refusal));
    server.route().post(path).build(door.forForms(writing, HOME));
  }

  /** The page that says no. */
  @FunctionalInterface
  private interface Refusal {
    HttpResponse page(Reader reader, String sent, Problem problem);
  }

  /** To the list, once it shows what was written. */
  private final class Turns implements Writing.Answers {
    private final Refusal refusal;

    Turns(Refusal refusal) {
      this.refusal = refusal;
    }

    @Override
    public CompletableFuture<HttpResponse> after(
        Said<?> said, Supplier<CompletableFuture<Void>> write) {
      CompletableFuture<Void> read = waivers.awaits(said.id());
      return write.get().thenCompose(written -> read).thenApply(seen -> home(said));
    }

    @Override
    public HttpResponse refused(ServiceRequestContext ctx, String sent, Problem problem) {
      return refusal.page(Door.reader(ctx), sent, problem);
    }
  }

  /** At the waiver that it was about. */
  private static HttpResponse home(Said<?> said) {
    String at = said.record() instanceof Waiver step ? WaiverPages.anchor(step.getWaiverId()) : "";
    return HttpResponse.of(
        ResponseHeaders.of(HttpStatus.SEE_OTHER, HttpHeaderNames.LOCATION, HOME + '#' + at));
  }
}
