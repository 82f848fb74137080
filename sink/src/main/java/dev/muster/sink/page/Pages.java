package dev.muster.sink.page;

import com.linecorp.armeria.common.HttpHeaderNames;
import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import dev.muster.core.catalogue.Service;
import dev.muster.runtime.settings.Closest;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.sink.login.Reader;
import dev.muster.sink.release.ReadinessDesk;
import dev.muster.sink.view.Catalogue;
import dev.muster.sink.view.Freshness;
import dev.muster.sink.view.SignoffView;
import dev.muster.sink.view.Snapshot;
import dev.muster.sink.view.Views;
import dev.muster.sink.view.WaiverView;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Every page, as an answer. */
public final class Pages {
  private final Views views;
  private final Templates templates;
  private final WaiverView waivers;
  private final SignoffView signoffs;
  private final ReadinessDesk readiness;
  private final Clock clock;
  private final ZoneId zone;
  private final boolean demo;

  /**
   * What all pages share.
   *
   * @param zone whose clock they show
   * @param demo whether all is invented
   */
  public record House(ZoneId zone, boolean demo) {}

  /** What people said. */
  public record Said(WaiverView waivers, SignoffView signoffs) {}

  public Pages(
      Views views,
      Said said,
      ReadinessDesk readiness,
      Templates templates,
      Clock clock,
      House house) {
    this.views = views;
    this.waivers = said.waivers();
    this.signoffs = said.signoffs();
    this.readiness = readiness;
    this.templates = templates;
    this.clock = clock;
    this.zone = house.zone();
    this.demo = house.demo();
  }

  /** How far everything shown can be believed; absent until all was read. */
  Optional<Freshness> freshness() {
    Freshness known = waivers.freshness();
    return known == null ? Optional.empty() : views.freshness().map(known::and);
  }

  /** The waivers, as the reader may deal with them. */
  WaiverBoard board(Reader reader) {
    return new WaiverBoard(
        waivers.all(), views.catalogue().catalogue(), reader.identity(), clock.instant());
  }

  HttpResponse overview(Reader reader, Filter filter) {
    Optional<Freshness> fresh = freshness();
    if (fresh.isEmpty()) {
      return notYet(reader);
    }
    Times times = times();
    Snapshot<Scorecard> cards = views.scorecards().snapshot();
    String stream = "/api/v1/stream?after=" + cards.position();
    Frame frame = frame("Services", times, fresh.get(), reader, stream);
    Overview page =
        new OverviewWriter(cards.values().values(), board(reader), filter, times).page(frame);
    return templates.answer(HttpStatus.OK, "overview.jte", page);
  }

  HttpResponse service(Reader reader, String name) {
    Optional<Freshness> fresh = freshness();
    if (fresh.isEmpty()) {
      return notYet(reader);
    }
    Times times = times();
    Snapshot<Scorecard> cards = views.scorecards().snapshot();
    Catalogue catalogue = views.catalogue().catalogue();
    Optional<Scorecard> card = cards.value(name);
    String stream = "/api/v1/stream?service=" + name + "&after=" + cards.position();
    if (card.isPresent()) {
      Frame frame = frame(name, times, fresh.get(), reader, stream);
      return templates.answer(
          HttpStatus.OK,
          "service.jte",
          new ServiceWriter(
                  card.get(),
                  board(reader),
                  new Signings(signoffs, readiness, reader, times),
                  times)
              .page(frame));
    }
    Service known = catalogue.services().get(name);
    if (known != null) {
      return message(
          HttpStatus.OK,
          frame(name, times, fresh.get(), reader, stream),
          "It is in the catalogue and was not judged yet. This page shows its gates as soon as it"
              + " is.",
          List.of());
    }
    Set<String> names = new TreeSet<>(catalogue.services().keySet());
    names.addAll(cards.values().keySet());
    return message(
        HttpStatus.NOT_FOUND,
        frame("No such service", times, fresh.get(), reader, null),
        "There is no service \"" + name + "\" in the catalogue.",
        Closest.to(name, names).stream().toList());
  }

  HttpResponse message(HttpStatus status, Frame frame, String sentence, List<String> suggestions) {
    return templates.answer(
        status, "message.jte", new MessagePage(frame, frame.title(), sentence, suggestions, null));
  }

  /** The way in; it says nothing about what is inside. */
  public HttpResponse login(
      HttpStatus status, @Nullable String mistake, @Nullable String code, String next) {
    Times times = times();
    Frame frame = new Frame("Log in", times.moment(times.now()), null, demo, null, null);
    return templates.answer(status, "login.jte", new LoginPage(frame, mistake, code, next));
  }

  HttpResponse notYet(Reader reader) {
    Times times = times();
    Frame frame =
        new Frame("Reading the log", times.moment(times.now()), null, demo, reader.name(), null);
    return message(
            HttpStatus.SERVICE_UNAVAILABLE,
            frame,
            "Muster has not read everything yet, so it shows nothing rather than the past. If this"
                + " lasts, Kafka cannot be reached.",
            List.of())
        .mapHeaders(headers -> headers.toBuilder().addInt(HttpHeaderNames.RETRY_AFTER, 2).build());
  }

  Frame frame(String title, Times times, Freshness fresh, Reader reader, @Nullable String stream) {
    return new Frame(
        title,
        times.moment(fresh.asOf()),
        fresh.stale() ? times.clock(fresh.asOf()) : null,
        demo,
        reader.name(),
        stream,
        board(reader).mine());
  }

  /** Of a page that does not change by itself. */
  Frame frame(String title, Moment asOf, Reader reader) {
    return new Frame(title, asOf, null, demo, reader.name(), null, board(reader).mine());
  }

  /** What is told until everything was read; empty afterwards. */
  Optional<HttpResponse> notRead(Reader reader) {
    return freshness().isEmpty() ? Optional.of(notYet(reader)) : Optional.empty();
  }

  Times times() {
    return new Times(clock.instant(), zone);
  }
}
