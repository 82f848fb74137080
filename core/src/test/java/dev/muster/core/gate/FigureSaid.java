package dev.muster.core.gate;

import static dev.muster.core.gate.Said.figure;

import java.time.Duration;
import java.time.Instant;

/** What alerts, SLOs and reviews say, in words. */
final class FigureSaid {
  static final String PAGES = "page";
  static final String PROPOSALS = "proposals";
  static final String WEEKS = "weeks";
  static final String SLO = "slo";
  static final String REVIEW = "review";

  private FigureSaid() {}

  /** The rotation's alert source is heard, since long. */
  static Said heard() {
    return figure("heard", (world, at) -> hear(world));
  }

  /** It was first heard only now. */
  static Said heardSinceNow(String about) {
    return figure(about, (world, at) -> world.heard = new AlertFigures.Heard(at, null));
  }

  /** It was heard, and is no longer. */
  static Said lost(String about) {
    return figure(about, (world, at) -> world.heard = new AlertFigures.Heard(World.START, at));
  }

  private static void hear(World world) {
    if (world.heard == null) {
      world.heard = new AlertFigures.Heard(World.START, null);
    }
  }

  /** A page that a person acknowledged. */
  static Said answeredPage() {
    return page(true);
  }

  /** A page that stayed open and nobody acknowledged. */
  static Said unansweredPage() {
    return page(false);
  }

  private static Said page(boolean answered) {
    return figure(
        PAGES,
        (world, at) -> {
          hear(world);
          Instant opened = at.minus(Duration.ofMinutes(15).plusMillis(1));
          world.pages.add(new AlertFigures.Page(opened, answered ? at : null, at));
        });
  }

  /** A proposal on a rule, answered after a time. */
  static Said proposal(Duration answeredAfter) {
    return figure(
        PROPOSALS,
        (world, at) -> {
          hear(world);
          world.proposals.add(new AlertFigures.Proposal(at, at.plus(answeredAfter)));
        });
  }

  /** A proposal on a rule that nobody answered. */
  static Said openProposal() {
    return figure(
        PROPOSALS,
        (world, at) -> {
          hear(world);
          world.proposals.add(new AlertFigures.Proposal(at, null));
        });
  }

  /** The rotation's last weeks, with that many pages each; the last has just ended. */
  static Said weeks(int... pages) {
    return figure(
        WEEKS,
        (world, at) -> {
          hear(world);
          for (int i = 0; i < pages.length; i++) {
            Instant to = at.minus(Duration.ofDays(7L * (pages.length - 1 - i)));
            world.weeks.add(new AlertFigures.Week(to.minus(Duration.ofDays(7)), to, pages[i]));
          }
        });
  }

  static Said reviewClosed() {
    return figure(REVIEW, (world, at) -> world.reviewClosed = at);
  }

  /** An SLO whose last sample was just taken, and that pages. */
  static Said slo(String kind, double target) {
    return slo("a-" + kind, kind, target, true);
  }

  /** One whose page tier is off, or shadow. */
  static Said silentSlo() {
    return slo("silent", "availability", 0.99, false);
  }

  private static Said slo(String name, String kind, double target, boolean pages) {
    return figure(
        SLO,
        (world, at) -> {
          world.figuresSince = at;
          world.slos.add(
              new SloFigures.Slo(name, kind, target, pages, new SloFigures.Samples.Ended(at)));
        });
  }

  static Said sloLoweredTo(double target) {
    return figure(
        SLO,
        (world, at) -> {
          world.slos.clear();
          slo("availability", target).at(world, at);
        });
  }

  /** One more whole week, which has just ended. */
  static Said anotherWeek(int pages) {
    return figure(
        WEEKS,
        (world, at) -> {
          Instant from = world.weeks.get(world.weeks.size() - 1).to();
          world.weeks.add(new AlertFigures.Week(from, at, pages));
        });
  }

  /** One that never had a sample. */
  static Said sloWithoutSamples() {
    return figure(
        SLO,
        (world, at) ->
            world.slos.add(
                new SloFigures.Slo(
                    "empty", "latency", 0.99, true, new SloFigures.Samples.Never())));
  }
}
