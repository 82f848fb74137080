package dev.muster.sink.page;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.QueryParams;
import com.linecorp.armeria.server.ServerBuilder;
import com.linecorp.armeria.server.ServiceRequestContext;
import dev.muster.sink.login.Door;
import dev.muster.sink.login.Reader;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/** The pages for people who are logged in. */
public record PageRoutes(Pages pages, WaiverPages waivers, Door door) {

  public void addTo(ServerBuilder server) {
    add(server, "/", ctx -> reader -> pages.overview(reader, filter(ctx.queryParams())));
    add(
        server,
        "/services/{service}",
        ctx -> reader -> pages.service(reader, ctx.pathParam("service")));
    add(server, "/waivers", ctx -> waivers::list);
    add(
        server,
        "/services/{service}/waive",
        ctx -> reader -> waivers.ask(reader, ctx.pathParam("service"), ctx.queryParams()));
    Assets.addTo(server, "muster.css", "muster.svg", "live.js");
  }

  private void add(
      ServerBuilder server,
      String path,
      Function<ServiceRequestContext, Function<Reader, HttpResponse>> page) {
    server
        .route()
        .get(path)
        .build(
            door.forPages(
                (ctx, request) -> {
                  Reader reader = Door.reader(ctx);
                  return aside(ctx, () -> page.apply(ctx).apply(reader));
                }));
  }

  /** Writing a large page takes milliseconds that an event loop has not. */
  private static HttpResponse aside(ServiceRequestContext ctx, Supplier<HttpResponse> page) {
    return HttpResponse.of(CompletableFuture.supplyAsync(page, ctx.blockingTaskExecutor()));
  }

  /** A tier that is not a number matches nothing rather than everything. */
  public static Filter filter(QueryParams params) {
    return new Filter(
        text(params, "owner"),
        text(params, "tier").map(tier -> tier.matches("[1-4]") ? Integer.parseInt(tier) : 0),
        text(params, "system"),
        text(params, "standard"));
  }

  private static Optional<String> text(QueryParams params, String name) {
    return Optional.ofNullable(params.get(name)).filter(value -> !value.isEmpty());
  }
}
