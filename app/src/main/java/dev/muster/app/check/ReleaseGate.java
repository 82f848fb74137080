package dev.muster.app.check;

import static java.time.ZoneOffset.UTC;

import dev.muster.app.Exit;
import dev.muster.app.Unreachable;
import dev.muster.app.check.Card.ByGate;
import dev.muster.app.check.Card.ByStandard;
import dev.muster.core.catalogue.DidYouMean;
import dev.muster.core.gate.Status;
import dev.muster.core.scorecard.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * May it be released?
 *
 * @param level absent: the one each service is held to
 * @param at what runs out until then does not count; never in the past
 */
record ReleaseGate(String standard, Optional<String> level, Instant at) {

  /** A gate that keeps a service from being ready. */
  record Obstacle(String gate, Status status, String sentence) {}

  /**
   * What was found of one service.
   *
   * @param worst of its gates that apply; NOT_APPLICABLE where none does
   * @param overdue a proof ran out and was not judged since: it cannot be told
   * @param binding whether the standard bites by then; before, nothing fails
   */
  record Found(
      String service,
      ByStandard by,
      String level,
      Verdict verdict,
      Status worst,
      boolean overdue,
      boolean binding,
      List<Obstacle> obstacles) {}

  /**
   * Looks at one scorecard.
   *
   * @throws Unreachable where it does not say
   */
  Found look(Card card) {
    ByStandard by =
        card.standards().stream()
            .filter(one -> one.standard().equals(standard))
            .findFirst()
            .orElseThrow(() -> notHeld(card));
    String asked = level.orElse(by.level());
    List<Obstacle> obstacles = new ArrayList<>();
    Status worst = Status.NOT_APPLICABLE;
    for (ByGate gate : by.gates()) {
      Obstacle found = look(gate, by, asked);
      worst = found.status().compareTo(worst) < 0 ? found.status() : worst;
      if (!found.status().holds() && found.status() != Status.NOT_APPLICABLE) {
        obstacles.add(found);
      }
    }
    boolean overdue = by.gates().stream().anyMatch(ByGate::overdue);
    Verdict now = verdict(by, asked);
    boolean ready =
        now.ready() && obstacles.stream().allMatch(one -> one.status() == Status.WAIVED);
    return new Found(
        card.service(),
        by,
        asked,
        ready || !now.ready() ? now : Verdict.NOT_READY,
        overdue ? Status.CANNOT_JUDGE : worst,
        overdue,
        binding(by),
        obstacles);
  }

  /** What all of them together mean for a script. */
  static int exit(List<Found> found) {
    List<Found> bound = bound(found);
    if (verdict(found).ready() || bound.isEmpty()) {
      return Exit.OK;
    }
    Status worst = Status.worst(bound.stream().map(Found::worst).toList());
    return worst == Status.CANNOT_JUDGE ? Exit.CANNOT_TELL : Exit.NO;
  }

  /** In a word, of a system. */
  static String word(List<Found> found) {
    if (bound(found).isEmpty()) {
      return "not binding yet, it would be " + verdict(found);
    }
    boolean overdue = bound(found).stream().anyMatch(Found::overdue);
    return overdue && exit(found) == Exit.CANNOT_TELL ? "cannot tell" : verdict(found).toString();
  }

  /** Of those the standard binds, else of what all would be. */
  static Verdict verdict(List<Found> found) {
    List<Found> bound = bound(found);
    return Verdict.ofSystem(
        (bound.isEmpty() ? found : bound).stream().map(Found::verdict).toList());
  }

  private static List<Found> bound(List<Found> found) {
    return found.stream().filter(Found::binding).toList();
  }

  /** From the beginning of its day, in UTC. */
  private boolean binding(ByStandard by) {
    return by.from().map(day -> !at.isBefore(day.atStartOfDay(UTC).toInstant())).orElse(true);
  }

  private Verdict verdict(ByStandard by, String asked) {
    if (asked.equals(by.level())) {
      return by.verdict();
    }
    Verdict verdict = by.levels().get(asked);
    if (verdict == null) {
      throw new Unreachable(
          "%s has no level \"%s\"; it has %s"
              .formatted(
                  standard,
                  asked,
                  by.levels().isEmpty() ? by.level() : String.join(", ", by.levels().keySet())));
    }
    return verdict;
  }

  private Obstacle look(ByGate gate, ByStandard by, String asked) {
    if (gate.overdue()) {
      return new Obstacle(
          gate.gate(),
          Status.CANNOT_JUDGE,
          "ran out"
              + (gate.status() == Status.WAIVED ? gate.waivedUntil() : gate.expires())
                  .map(end -> " at " + end)
                  .orElse("")
              + " and was not judged since; is streams running?");
    }
    Status status = asked.equals(by.level()) ? gate.status() : atLevel(gate, by, asked);
    if (status.holds() && gate.expires().filter(this::isOver).isPresent()) {
      return new Obstacle(
          gate.gate(), Status.STALE, "holds until " + gate.expires().get() + " only.");
    }
    if (status == Status.WAIVED && gate.waivedUntil().filter(this::isOver).isPresent()) {
      return new Obstacle(
          gate.gate(), Status.MISSING, "is waived until " + gate.waivedUntil().get() + " only.");
    }
    return new Obstacle(gate.gate(), status, gate.sentence());
  }

  /** By those of its entries that are asked there and do not pass. */
  private static Status atLevel(ByGate gate, ByStandard by, String asked) {
    if (gate.status() == Status.NOT_APPLICABLE && gate.open().isEmpty()) {
      return Status.NOT_APPLICABLE;
    }
    List<String> order = List.copyOf(by.levels().keySet());
    Status worst =
        gate.open().stream()
            .filter(
                open ->
                    open.level().isEmpty()
                        || order.indexOf(open.level().get()) <= order.indexOf(asked))
            .map(Card.Open::status)
            .min(Status::compareTo)
            .orElse(Status.PASS);
    return gate.status() == Status.WAIVED && !worst.holds() ? Status.WAIVED : worst;
  }

  private boolean isOver(Instant end) {
    return !end.isAfter(at);
  }

  private Unreachable notHeld(Card card) {
    List<String> held = card.standards().stream().map(ByStandard::standard).toList();
    return new Unreachable(
        "%s is not held to %s%s"
            .formatted(
                card.service(),
                standard,
                DidYouMean.nearest(standard, held)
                    .map(near -> "; did you mean " + near + "?")
                    .orElse(
                        held.isEmpty()
                            ? "; it is held to none, add one under spec.standards"
                            : "; it is held to " + String.join(", ", held))));
  }
}
