package dev.muster.sink.page;

import com.linecorp.armeria.common.HttpResponse;
import com.linecorp.armeria.common.HttpStatus;
import com.linecorp.armeria.common.QueryParams;
import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.StandardUse;
import dev.muster.core.gate.GateId;
import dev.muster.runtime.http.Problem;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.sink.login.Reader;
import dev.muster.sink.view.Catalogue;
import dev.muster.sink.view.Freshness;
import dev.muster.sink.view.Views;
import dev.muster.sink.view.WaiverView;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages about waivers: the list, the form that asks for one, and the page that says no. */
public record WaiverPages(Pages pages, Views views, WaiverView waivers, Templates templates) {

  /**
   * A waiver's place on the page; ids are chosen by who asks, so they are not taken as they are.
   */
  public static String anchor(String waiverId) {
    return waiverId.matches("[A-Za-z0-9_-]+")
        ? "w-" + waiverId
        : "x-" + HexFormat.of().formatHex(waiverId.getBytes(StandardCharsets.UTF_8));
  }

  HttpResponse list(Reader reader) {
    Optional<Freshness> fresh = pages.freshness();
    if (fresh.isEmpty()) {
      return pages.notYet(reader);
    }
    Times times = pages.times();
    Frame frame = pages.frame("Waivers", times, fresh.get(), reader, null);
    Map<String, Scorecard> cards = views.scorecards().snapshot().values();
    return templates.answer(
        HttpStatus.OK,
        "waivers.jte",
        new WaiversWriter(pages.board(reader), cards, times).page(frame));
  }

  /** The form, with the gate that {@code asked} names. */
  HttpResponse ask(Reader reader, String service, QueryParams asked) {
    return form(HttpStatus.OK, reader, service, asked, null);
  }

  /** The form again, with all that was typed. */
  public HttpResponse askedAgain(Reader reader, QueryParams typed, Problem problem) {
    boolean known = typed.contains("service") && typed.contains("gate");
    return known
        ? form(problem.status(), reader, typed.get("service", ""), typed, problem)
        : refused(reader, problem);
  }

  /** Why it was not taken. */
  public HttpResponse refused(Reader reader, Problem problem) {
    Optional<Freshness> fresh = pages.freshness();
    if (fresh.isEmpty()) {
      return pages.notYet(reader);
    }
    Frame frame = pages.frame("Not taken", pages.times(), fresh.get(), reader, null);
    return templates.answer(
        problem.status(),
        "message.jte",
        new MessagePage(
            frame,
            frame.title(),
            String.join(" ", Refusals.sentences(problem)),
            List.of(),
            null,
            new MessagePage.Way("/waivers", "All waivers")));
  }

  private HttpResponse form(
      HttpStatus status, Reader reader, String name, QueryParams typed, @Nullable Problem problem) {
    Optional<Freshness> fresh = pages.freshness();
    if (fresh.isEmpty()) {
      return pages.notYet(reader);
    }
    WaiverBoard board = pages.board(reader);
    GateId id = new GateId(typed.get("standard", ""), typed.get("gate", ""));
    Times times = pages.times();
    Optional<Gate> gate = gate(board.catalogue(), name, id);
    if (gate.isEmpty() || !board.mayAsk()) {
      Frame frame = pages.frame("No waiver here", times, fresh.get(), reader, null);
      String why =
          gate.isEmpty()
              ? "There is no gate \"" + id + "\" that \"" + name + "\" is held to."
              : "Asking for a waiver needs the role responder, attester or approver.";
      return pages.message(
          gate.isEmpty() ? HttpStatus.NOT_FOUND : HttpStatus.FORBIDDEN, frame, why, List.of());
    } else if (!gate.get().waivable()) {
      Frame frame = pages.frame("No waiver here", times, fresh.get(), reader, null);
      return pages.message(
          HttpStatus.FORBIDDEN, frame, id + " cannot be waived; the standard says so.", List.of());
    }
    Frame frame = pages.frame("Ask for a waiver", times, fresh.get(), reader, null);
    Optional<Scorecard> card = views.scorecards().snapshot().value(name);
    return templates.answer(
        status,
        "waive.jte",
        new WaiverFormWriter(board, card, times).page(frame, name, id, gate.get(), typed, problem));
  }

  private static Optional<Gate> gate(Catalogue catalogue, String name, GateId id) {
    Service service = catalogue.services().get(name);
    return service == null
        ? Optional.empty()
        : service.standards().stream()
            .filter(use -> use.id().equals(id.standard()))
            .map(StandardUse::hash)
            .flatMap(hash -> catalogue.standard(id.standard(), String.valueOf(hash)).stream())
            .flatMap(standard -> standard.gates().stream())
            .filter(gate -> gate.id().equals(id.gate()))
            .findFirst();
  }
}
