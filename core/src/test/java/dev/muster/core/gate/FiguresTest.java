package dev.muster.core.gate;

import static dev.muster.core.gate.FigureSaid.answeredPage;
import static dev.muster.core.gate.FigureSaid.heard;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.catalogue.Question;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How what alerts, SLOs and reviews say is judged, beyond what the gates' tables tell. */
class FiguresTest {
  private static final Instant NOW = World.START.plus(Duration.ofDays(200));
  private static final Question PAGES =
      new Question.PagesAnswered(Duration.ofDays(30), Duration.ofMinutes(15), 0.9);

  @ParameterizedTest(name = "{0} of {1} acknowledged: {2}")
  @CsvSource({"9, 10, PASS", "8, 10, FAIL", "1, 1, PASS", "0, 1, FAIL", "17, 19, FAIL"})
  void nineOfTenPagesThatStayOpenMustBeAcknowledged(int answered, int of, Status expected) {
    List<AlertFigures.Page> pages = new ArrayList<>();
    for (int i = 0; i < of; i++) {
      pages.add(page(20, i < answered));
    }

    assertThat(status(pages)).isEqualTo(expected);
  }

  @Test
  void aPageThatEndedWithinFifteenMinutesNeedsNoAnswer() {
    assertThat(status(List.of(page(15, false), page(20, true)))).isEqualTo(Status.PASS);
  }

  @Test
  void aPageFromBeforeTheLastThirtyDaysIsForgotten() {
    Instant opened = NOW.minus(Duration.ofDays(31));
    AlertFigures.Page old = new AlertFigures.Page(opened, null, opened.plusSeconds(3_600));

    assertThat(status(List.of(old, page(20, true)))).isEqualTo(Status.PASS);
  }

  @Test
  void weeksOfAClockChangeAreWholeWeeksToo() {
    // given: four weeks in Europe/Berlin, one of them an hour short
    Instant monday = Instant.parse("2026-03-08T23:00:00Z");
    List<AlertFigures.Week> weeks = new ArrayList<>();
    Instant from = monday;
    for (int days : List.of(7, 7, 7, 7)) {
      Instant to = from.plus(Duration.ofDays(days)).minusSeconds(weeks.size() == 2 ? 3_600 : 0);
      weeks.add(new AlertFigures.Week(from, to, 2));
      from = to;
    }
    AlertFigures alerts =
        new AlertFigures(new AlertFigures.Heard(monday, null), List.of(), List.of(), weeks);

    Case asked = JudgedCase.of(new Question.PagesPerWeek(2, 4), figures(monday, alerts));

    assertThat(asked.status(from.minusSeconds(1))).isEqualTo(Status.MISSING);
    assertThat(asked.status(from)).isEqualTo(Status.PASS);
  }

  @Test
  void aMissingWeekIsNotLeftOut() {
    Instant monday = Instant.parse("2026-03-02T00:00:00Z");
    List<AlertFigures.Week> weeks = new ArrayList<>();
    for (int i : List.of(0, 1, 3, 4)) {
      Instant from = monday.plus(Duration.ofDays(7L * i));
      weeks.add(new AlertFigures.Week(from, from.plus(Duration.ofDays(7)), 0));
    }
    AlertFigures alerts =
        new AlertFigures(new AlertFigures.Heard(monday, null), List.of(), List.of(), weeks);

    Case asked = JudgedCase.of(new Question.PagesPerWeek(2, 4), figures(monday, alerts));

    assertThat(asked.status(monday.plus(Duration.ofDays(35)))).isEqualTo(Status.MISSING);
  }

  @Test
  void aMarkCarriesSinceWhenAGateStoodOverNewFigures() {
    // given: an answered page, judged
    World world = new World("seven-gates");
    heard().at(world, World.START);
    answeredPage().at(world, NOW);
    GateId id = new GateId("seven-gates", "on-call-and-runbooks");
    GateStanding first = world.standing(id.gate(), NOW);

    // when: the figures are told anew later, and the page has not changed
    world.figuresSince = NOW.plusSeconds(60);
    GateStanding second = world.standing(id.gate(), NOW.plusSeconds(120), first.mark());

    // then
    assertThat(second.entries().get(1).status()).isEqualTo(Status.PASS);
    assertThat(second.entries().get(1).since()).isEqualTo(first.entries().get(1).since());
  }

  private static AlertFigures.Page page(int minutes, boolean acknowledged) {
    Instant opened = NOW.minus(Duration.ofHours(2));
    return new AlertFigures.Page(
        opened,
        acknowledged ? opened.plusSeconds(60) : null,
        opened.plus(Duration.ofMinutes(minutes)));
  }

  private static Status status(List<AlertFigures.Page> pages) {
    AlertFigures alerts =
        new AlertFigures(new AlertFigures.Heard(World.START, null), pages, List.of(), List.of());
    return JudgedCase.of(PAGES, figures(World.START, alerts)).status(NOW);
  }

  private static Figures figures(Instant since, AlertFigures alerts) {
    return new Figures(since, alerts, null, null);
  }
}
