package dev.muster.sink.publicpage;

import com.linecorp.armeria.common.HttpData;
import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpRequest;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.ResponseHeaders;
import com.linecorp.armeria.common.ResponseHeadersBuilder;
import com.linecorp.armeria.server.ServerBuilder;
import dev.muster.runtime.http.Problem;
import dev.muster.sink.page.Assets;
import dev.muster.sink.page.ETag;
import dev.muster.sink.page.Templates;
import dev.muster.sink.page.Times;
import dev.muster.sink.view.CatalogueView;
import dev.muster.sink.view.Freshness;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The public server's routes: one page and its two files. */
public final class PublicRoutes {
  /** Caches may serve it for so long, and longer while they ask again. */
  private static final String CACHED = "public, max-age=15, stale-while-revalidate=60";

  private static final Duration AGAIN = Duration.ofSeconds(5);

  private final CatalogueView catalogue;
  private final Templates templates;
  private final ZoneId zone;
  private final boolean demo;

  public PublicRoutes(CatalogueView catalogue, Templates templates, ZoneId zone, boolean demo) {
    this.catalogue = catalogue;
    this.templates = templates;
    this.zone = zone;
    this.demo = demo;
  }

  public void addTo(ServerBuilder server) {
    server.route().get("/").build((ctx, request) -> page(request));
    Assets.addTo(server, "muster.css", "muster.svg");
  }

  private HttpResponse page(HttpRequest request) {
    Freshness fresh = catalogue.freshness();
    if (fresh == null) {
      return Problem.unavailable("The status page is starting.", AGAIN).toResponse();
    }
    Instant asOf = fresh.asOf().truncatedTo(ChronoUnit.MINUTES);
    Times times = new Times(asOf, zone);
    byte[] html =
        templates
            .html(
                "public.jte",
                new PublicPage(
                    PublicPage.groups(catalogue.catalogue()),
                    times.moment(asOf),
                    fresh.stale() ? times.moment(fresh.asOf()).absolute() : null,
                    demo))
            .getBytes(StandardCharsets.UTF_8);
    String tag = ETag.of(html);
    ResponseHeadersBuilder headers =
        Templates.headers(HttpStatus.OK).toBuilder()
            .set(HttpHeaderNames.CACHE_CONTROL, CACHED)
            .set(HttpHeaderNames.ETAG, tag);
    ResponseHeaders found = headers.build();
    return ETag.matches(request, tag)
        ? HttpResponse.of(found.toBuilder().status(HttpStatus.NOT_MODIFIED).build())
        : HttpResponse.of(found, HttpData.wrap(html));
  }
}
