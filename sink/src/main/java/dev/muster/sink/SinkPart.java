package dev.muster.sink;

import dev.muster.runtime.http.ErrorPage;
import dev.muster.runtime.http.HttpServer;
import dev.muster.runtime.http.Operations;
import dev.muster.runtime.part.Health;
import dev.muster.runtime.part.Part;
import dev.muster.runtime.part.Parts;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Review;
import dev.muster.schemas.fact.Waiver;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.sink.api.ApiRoutes;
import dev.muster.sink.api.ScorecardStream;
import dev.muster.sink.login.Door;
import dev.muster.sink.login.Entrance;
import dev.muster.sink.login.LoginRoutes;
import dev.muster.sink.page.PageRoutes;
import dev.muster.sink.page.Pages;
import dev.muster.sink.page.PastPages;
import dev.muster.sink.page.Templates;
import dev.muster.sink.page.WaiverPages;
import dev.muster.sink.past.AsOf;
import dev.muster.sink.past.EvidenceReport;
import dev.muster.sink.past.EvidenceRoutes;
import dev.muster.sink.past.PastLogs;
import dev.muster.sink.past.PastRoutes;
import dev.muster.sink.past.Turnstile;
import dev.muster.sink.publicpage.PublicRoutes;
import dev.muster.sink.release.ReadinessDesk;
import dev.muster.sink.release.ReadinessRoutes;
import dev.muster.sink.view.CatalogueView;
import dev.muster.sink.view.Origin;
import dev.muster.sink.view.Origin.Holds;
import dev.muster.sink.view.SignoffView;
import dev.muster.sink.view.TopicView;
import dev.muster.sink.view.Views;
import dev.muster.sink.view.WaiverView;
import dev.muster.sink.word.Pen;
import dev.muster.sink.word.WaiverFormRoutes;
import dev.muster.sink.word.WordRoutes;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The sink: scorecards held in memory, shown to people and programs, and a public page apart.
 *
 * <pre>
 * scorecard topic ── TopicView ──┬── pages ─────┐
 *                                ├── API, SSE ──┴── :8080, behind the Door
 * waiver topic ── WaiverView ──── people's word ┘
 * judgement topics ── past ──────┘   (read when asked)
 * catalogue topic ── CatalogueView ── public page ── :8088, for everybody
 * </pre>
 */
public final class SinkPart implements Part {
  private static final int READERS_OF_THE_PAST = 2;

  private final Parts parts;
  private final HttpServer pages;
  private final HttpServer publicPage;

  public SinkPart(
      SinkSettings settings,
      Neighbours neighbours,
      Entrance entrance,
      PrometheusMeterRegistry registry,
      Clock clock) {
    this(
        settings,
        new Origins(
            neighbours.origin(Topics.SCORECARD, Holds.NEWEST_OF_KEY),
            neighbours.origin(Topics.CATALOG, Holds.NEWEST_OF_KEY),
            neighbours.origin(Topics.WAIVER, Holds.EVERY_RECORD),
            neighbours.origin(Topics.REVIEW, Holds.EVERY_RECORD),
            neighbours.pastLogs()),
        neighbours.written(clock),
        entrance,
        registry,
        clock);
  }

  /** Where the views read, and those who look back. */
  record Origins(
      Origin<Scorecard> scorecards,
      Origin<CatalogEntry> catalogue,
      Origin<Waiver> waivers,
      Origin<Review> reviews,
      PastLogs past) {}

  /** Where people's word is written. */
  record Written(List<Part> parts, Pen pen) {}

  SinkPart(
      SinkSettings settings,
      Origins origins,
      Written written,
      Entrance entrance,
      PrometheusMeterRegistry registry,
      Clock clock) {
    SinkMeters meters = new SinkMeters(registry);
    TopicView<Scorecard> scorecards = new TopicView<>(origins.scorecards(), clock, meters);
    CatalogueView catalogue =
        new CatalogueView(new TopicView<>(origins.catalogue(), clock, meters));
    WaiverView waivers = new WaiverView(new TopicView<>(origins.waivers(), clock, meters));
    SignoffView signoffs = new SignoffView(new TopicView<>(origins.reviews(), clock, meters));
    Views views = new Views(scorecards, catalogue);
    ReadinessDesk readiness = new ReadinessDesk(views, clock);
    Templates templates = new Templates();
    ErrorPage errors = templates.errors(clock, settings.zone(), settings.demo());
    Door door = entrance.door(errors);
    Pages pageTexts =
        new Pages(
            views,
            new Pages.Said(waivers, signoffs),
            readiness,
            templates,
            clock,
            new Pages.House(settings.zone(), settings.demo()));
    WaiverPages waiverPages = new WaiverPages(pageTexts, views, waivers, templates);
    ScorecardStream stream = new ScorecardStream(views, door, clock, meters);
    stream.start();
    Turnstile few = new Turnstile(READERS_OF_THE_PAST);
    AsOf asOf = new AsOf(origins.past(), few, catalogue::catalogue, clock);
    EvidenceReport evidence = new EvidenceReport(origins.past(), few);
    this.pages =
        new HttpServer(
            "pages",
            settings.pages(),
            Operations.open(this::healths, registry),
            server -> {
              new LoginRoutes(entrance, pageTexts, meters).addTo(server);
              new PageRoutes(pageTexts, waiverPages, door).addTo(server);
              new ApiRoutes(views, door, stream, clock).addTo(server);
              new ReadinessRoutes(readiness, door, clock).addTo(server);
              new WordRoutes(
                      door,
                      written.pen(),
                      new WordRoutes.Before(catalogue, waivers, signoffs),
                      readiness,
                      clock)
                  .addTo(server);
              new PastPages(asOf, pageTexts, templates, door).addTo(server);
              new PastRoutes(asOf, views, door, clock).addTo(server);
              new EvidenceRoutes(evidence, views, door, clock).addTo(server);
              new WaiverFormRoutes(door, written.pen(), catalogue, waiverPages, clock)
                  .addTo(server);
            },
            errors);
    this.publicPage =
        new HttpServer(
            "public page",
            settings.publicPage(),
            Operations.bare(() -> Map.of("view", catalogue.check())),
            new PublicRoutes(catalogue, templates, settings.zone(), settings.demo())::addTo,
            errors);
    List<Part> all = new ArrayList<>(written.parts());
    all.addAll(List.of(scorecards, catalogue, waivers, signoffs, pages, publicPage));
    this.parts = new Parts(all);
  }

  private Map<String, Health> healths() {
    return parts.check();
  }

  @Override
  public String name() {
    return "sink";
  }

  @Override
  public void start() {
    parts.start();
  }

  /** Where people and programs read; only while it listens. */
  public URI uri() {
    return pages.uri();
  }

  /** Where the public reads; only while it listens. */
  public URI publicUri() {
    return publicPage.uri();
  }

  /** The address that logs the one it was issued for in, once. */
  public URI loginLink(String code) {
    return uri().resolve(LoginRoutes.LINK + code);
  }

  /** The worst of its parts. */
  @Override
  public Health check() {
    return healths().values().stream()
        .reduce(Health.up(), (a, b) -> severity(b) > severity(a) ? b : a);
  }

  private static int severity(Health health) {
    return switch (health.word()) {
      case "up" -> 0;
      case "degraded" -> 1;
      case "starting" -> 2;
      default -> 3;
    };
  }

  @Override
  public void close() {
    parts.close();
  }
}
