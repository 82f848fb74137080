package dev.muster.sink.page;

import dev.muster.core.waiver.Waiver;
import dev.muster.core.waiver.WaiverStep.Terms;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.sink.page.WaiversPage.Beneath;
import dev.muster.sink.page.WaiversPage.Line;
import dev.muster.sink.view.WaiverView;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes the page of all waivers. */
record WaiversWriter(WaiverBoard board, Map<String, Scorecard> cards, Times times) {

  WaiversPage page(Frame frame) {
    return new WaiversPage(
        frame,
        lines(
            state -> state == Waiver.State.PROPOSED,
            Comparator.comparing((WaiverView.Of of) -> !board.mayAnswer(of))
                .thenComparing(of -> of.waiver().asked())),
        lines(
            state -> state == Waiver.State.IN_FORCE || state == Waiver.State.APPROVED,
            Comparator.comparing(of -> of.waiver().terms().expires())),
        lines(
            state ->
                state == Waiver.State.ENDED
                    || state == Waiver.State.REJECTED
                    || state == Waiver.State.REVOKED,
            Comparator.comparing(WaiversWriter::over).reversed()));
  }

  private List<Line> lines(Predicate<Waiver.State> which, Comparator<WaiverView.Of> order) {
    return board.all().stream()
        .filter(of -> which.test(of.waiver().at(board.now())))
        .sorted(order)
        .map(this::line)
        .toList();
  }

  private static Instant over(WaiverView.Of of) {
    Waiver waiver = of.waiver();
    Instant decided = waiver.approved() ? waiver.revoked() : waiver.decided();
    return decided != null
        ? decided
        : waiver.revoked() != null ? waiver.revoked() : waiver.terms().expires();
  }

  private Line line(WaiverView.Of of) {
    Waiver waiver = of.waiver();
    Terms terms = waiver.terms();
    boolean open = waiver.isOpen(board.now());
    Optional<Beneath> beneath =
        new Beneaths(times)
            .of(Optional.ofNullable(cards.get(of.service())), terms.gate())
            .filter(found -> open);
    boolean mayAnswer = board.mayAnswer(of);
    return new Line(
        WaiverPages.anchor(waiver.id()),
        "/waivers/" + URLEncoder.encode(waiver.id(), StandardCharsets.UTF_8).replace("+", "%20"),
        of.service(),
        terms.gate().standard(),
        terms.gate().gate(),
        mark(waiver),
        words(waiver),
        terms.reason(),
        terms.risk(),
        terms.compensatingAction(),
        terms.requestedBy(),
        times.moment(waiver.asked()),
        times.moment(terms.expires()),
        decision(waiver),
        beneath.orElse(null),
        advice(of, beneath),
        mayAnswer,
        board.mayTakeBack(of) && !mayAnswer);
  }

  private Mark mark(Waiver waiver) {
    return switch (waiver.at(board.now())) {
      case PROPOSED -> Mark.UNSEEN;
      case APPROVED -> Mark.UPCOMING;
      case IN_FORCE ->
          Urgency.of(waiver.terms().expires(), board.now()) == null ? Mark.WAIVED : Mark.SOON;
      case REJECTED -> Mark.FAILED;
      case ENDED, REVOKED -> Mark.ASIDE;
    };
  }

  private String words(Waiver waiver) {
    Terms terms = waiver.terms();
    return switch (waiver.at(board.now())) {
      case PROPOSED -> "Asked until " + times.day(terms.expires());
      case APPROVED -> "From " + times.day(terms.starts()) + " until " + times.day(terms.expires());
      case IN_FORCE -> "Until " + times.day(terms.expires()) + ", " + times.left(terms.expires());
      case ENDED -> waiver.approved() ? "Ended" : "Nobody answered";
      case REJECTED -> "Rejected";
      case REVOKED -> "Taken back";
    };
  }

  private @Nullable String decision(Waiver waiver) {
    String decided =
        said(waiver.approved() ? "Approved" : "Rejected", waiver.decidedBy(), waiver.decided());
    String revoked = said("Taken back", waiver.revokedBy(), waiver.revoked());
    return decided == null ? revoked : revoked == null ? decided : decided + " " + revoked;
  }

  private @Nullable String said(String what, @Nullable String by, @Nullable Instant at) {
    return by == null || at == null ? null : what + " by " + by + " on " + times.day(at) + '.';
  }

  /** Who can answer, or that it is needed no more. */
  private @Nullable String advice(WaiverView.Of of, Optional<Beneath> beneath) {
    boolean waits = of.waiver().at(board.now()) == Waiver.State.PROPOSED;
    if (beneath
        .filter(found -> found.mark() == Mark.PROVEN || found.mark() == Mark.SOON)
        .isPresent()) {
      return waits
          ? "The gate passes by itself now; no waiver is needed."
          : "The gate passes by itself now; the waiver can be taken back.";
    } else if (!waits || board.mayAnswer(of)) {
      return null;
    }
    TreeSet<String> may = new TreeSet<>(board.approvers(of.service()));
    may.remove(of.waiver().terms().requestedBy());
    return may.isEmpty()
        ? "Nobody else may approve it: no other member of the team has the service's tier in approvesTiers."
        : "Waits for " + String.join(" or ", may) + '.';
  }
}
