package dev.muster.sink.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.schemas.judgement.Fraction;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.judgement.SloScore;
import dev.muster.sink.SampleSlos;
import dev.muster.sink.Samples;
import dev.muster.sink.TestSink;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SloPagesTest {
  private static final List<String> SEVEN = List.of("load", "data-safety");

  @TempDir Path folder;
  private TestSink sink;

  @BeforeEach
  void open() {
    sink = new TestSink(folder);
  }

  @AfterEach
  void close() {
    sink.close();
  }

  /** What a reader reads, without tags. */
  private static String text(String html) {
    return html.replaceAll("(?s)<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  /** One SLO of a page. */
  private static String slo(HttpResponse<String> page, String name) {
    String from = page.body().split("id=\"slo/" + name + "\"", 2)[1];
    return from.split("</details>", 2)[0];
  }

  private static Scorecard card(String service, SloScore... slos) {
    return Scorecard.newBuilder(
            Samples.card(service, "team", 2, Samples.score("seven-gates", SEVEN, "PP")))
        .setSlos(List.of(slos))
        .build();
  }

  @Test
  void everySloIsShownWithItsBudgetItsAlertAndWhy() {
    // given
    sink.filled().started();
    // when
    HttpResponse<String> page = sink.page("/services/orders");
    // then
    assertThat(text(page.body())).contains("SLOs 1 of 7 met, 2 alerts open");
    assertThat(text(slo(page, "checkout")))
        .contains(
            "At risk Page open Over 1 hour the budget burns 20.1 times as fast as it may",
            "Target 99.9 % over 30 days",
            "42 % left",
            "Page open since 21 Nov 2026 10:02 UTC (4 hours ago)",
            "Health At risk since 21 Nov 2026 11:02 UTC (3 hours ago)",
            "Page: 2 % of the budget in 1 hour 1 hour 20.1 above 5 minutes 36 above 14.4",
            "Ticket: 10 % of the budget in 3 days 3 days 0.5 6 hours 3.4 above 1 ",
            "figures of 21 Nov 2026 14:01 UTC",
            "the long window holds at least 2 bad events");
    assertThat(slo(page, "checkout")).contains("width=\"42.0\"");
    assertThat(text(slo(page, "exports"))).contains("Budget spent", "spent; 112 % of it used");
    assertThat(text(slo(page, "history"))).contains("Met", "none open", "87.3 % left");
  }

  @Test
  void whatIsNotKnownIsNeverGreen() {
    // given
    sink.filled().started();
    // when
    HttpResponse<String> page = sink.page("/services/orders");
    // then
    for (String unknown : List.of("imports", "ledger", "returns", "refunds")) {
      assertThat(slo(page, unknown)).as(unknown).doesNotContain("proven").contains("open>");
    }
    assertThat(text(slo(page, "imports")))
        .contains("No traffic", "unknown, nothing was counted", "no events");
    assertThat(text(slo(page, "ledger")))
        .contains(
            "No data Ticket frozen",
            "Its alert was open when samples ended",
            "Ticket frozen, open since 21 Nov 2026 09:02 UTC",
            "figures of 21 Nov 2026 12:32 UTC; no sample came since");
    assertThat(text(slo(page, "returns")))
        .contains("Never sampled", "nothing is known of it")
        .doesNotContain("How many times");
    assertThat(text(slo(page, "refunds"))).contains("Not judged yet", "99.9 % over 30 days");
  }

  @Test
  void figuresThatStayAreNotTakenForNew() {
    // given
    sink.filled().started();
    sink.clock.advance(Duration.ofHours(2));
    // then
    assertThat(text(slo(sink.page("/services/orders"), "history")))
        .contains("since then nothing in them changed, or nobody judged them");
  }

  @Test
  void anSloOfWhichTheCatalogueKnowsNothingHasItsBurnsByWindow() {
    // given
    sink.filled().scorecards.append("new", card("new", SampleSlos.met("mails")));
    sink.started();
    // then
    assertThat(text(slo(sink.page("/services/new"), "mails")))
        .contains("99.9 % over 30 days", "5m 0.2 30m 0.25 1h 0.31 2h 0.3")
        .doesNotContain("Limit");
  }

  @Test
  void theOverviewSaysWhereSomebodyShouldLookAndPutsAPageFirst() {
    // given
    sink.filled();
    sink.scorecards.append("calm", card("calm", SampleSlos.met("a"), SampleSlos.idle()));
    sink.scorecards.append("lost", card("lost", SampleSlos.never("a")));
    sink.scorecards.append("poor", card("poor", SampleSlos.spent()));
    sink.scorecards.append("cold", card("cold", SampleSlos.frozen(), SampleSlos.spent()));
    sink.scorecards.append("zeal", card("zeal", SampleSlos.burning()));
    sink.started();
    // when
    HttpResponse<String> page = sink.page("/");
    // then
    List<String> order =
        Pattern.compile("class=\"name\" href=\"/services/([a-z]+)\"")
            .matcher(page.body())
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(order).startsWith("orders", "zeal", "pricing");
    assertThat(order).containsSubsequence("cold", "poor", "lost", "payments", "calm");
    assertThat(text(page.body()))
        .contains(
            "2 pages open",
            "2 tickets open",
            "orders tier 1 · team-checkout · shop Page open and 3 more",
            "cold tier 2 · team Ticket frozen, no data and 1 more",
            "poor tier 2 · team Budget spent",
            "lost tier 2 · team Never sampled",
            "calm tier 2 · team Ready");
  }

  @Test
  void changesOfSlosAndAlertsAreWords() {
    // given
    sink.filled().started();
    // then
    assertThat(text(sink.page("/services/orders").body()))
        .contains(
            "checkout alert No alert → Page, 4 hours ago", "checkout SLO Met → At risk, 3 hours");
  }

  @Test
  void aWeekOfAlertsShowsAllThreeAnswers() {
    // given
    sink.filled().started();
    // then
    assertThat(text(sink.page("/services/orders").body()))
        .contains(
            "9 Nov to 15 Nov (2026-W46)",
            "Fired 12 5 paged a person",
            "4 acted on · 5 known inaction · 3 unknown",
            "Proposals open 2");
    assertThat(text(sink.page("/services/catalog").body())).contains("No week closed yet.");
  }

  @Test
  void aFigureWithoutADenominatorIsUndefinedAndOneNotJudgedSaysSo() {
    // given
    Fraction undefined = new Fraction(0L, 0L);
    Scorecard none =
        Scorecard.newBuilder(card("none"))
            .setChangeFailureRate(undefined)
            .setRecoveryTimeMillis(undefined)
            .build();
    Scorecard unjudged =
        Scorecard.newBuilder(card("unjudged"))
            .setChangeFailureRate(null)
            .setRecoveryTimeMillis(null)
            .build();
    sink.filled().scorecards.append("none", none);
    sink.scorecards.append("unjudged", unjudged);
    sink.started();
    // then
    assertThat(text(sink.page("/services/none").body()))
        .contains("28 days undefined no deployments", "undefined no recoveries");
    assertThat(text(sink.page("/services/unjudged").body()))
        .contains("Change failure rate, 28 days not judged", "Time to recover, 28 days not judged");
  }
}
