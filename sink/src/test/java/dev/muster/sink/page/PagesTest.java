package dev.muster.sink.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.schemas.judgement.Scorecard;
import dev.muster.sink.Await;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
  private static final String HOSTILE = "<script>alert(1)</script>\"'&";

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
  private static String text(HttpResponse<String> page) {
    return page.body().replaceAll("(?s)<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  @Test
  void theOverviewIsWorstFirstWithScoresAndCoverage() {
    // given
    sink.filled().started();
    // when
    HttpResponse<String> page = sink.page("/");
    // then
    List<String> order =
        Pattern.compile("class=\"name\" href=\"/services/([a-z]+)\"")
            .matcher(page.body())
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(order)
        .containsExactly(
            "orders", "pricing", "mailer", "warehouse", "reports", "search", "payments", "catalog");
    assertThat(text(page))
        .contains("Not ready 2 of 7", "Evidence seen for 75 of 87 gates (86 %)", "8 to fix");
  }

  @Test
  void aServiceWithoutAScorecardIsNotLeftOut() {
    // given
    sink.filled().started();
    // then
    assertThat(text(sink.page("/"))).contains("warehouse").contains("Not judged yet");
    assertThat(text(sink.page("/services/warehouse"))).contains("was not judged yet");
  }

  @Test
  void filtersArePlainAddresses() {
    // given
    sink.filled().started();
    // when
    HttpResponse<String> page = sink.page("/?owner=team-shop");
    // then
    assertThat(page.body()).contains("/services/search").doesNotContain("/services/orders\"");
    assertThat(text(page)).contains("2 of 8 services");
    assertThat(page.body()).contains("<option value=\"team-shop\" selected>");
  }

  @Test
  void aServiceShowsEveryGateInWordsWithWhatToDo() {
    // given
    sink.filled().started();
    // when
    HttpResponse<String> page = sink.page("/services/orders");
    // then
    assertThat(text(page))
        .contains(
            "Proven until 14 Jan",
            "Proven, 6 days left",
            "Failed",
            "Waived until 31 Dec",
            "beneath: Failed",
            "Beneath the waiver: Failed.",
            "Too old since",
            "Seen, proved nothing",
            "Never seen",
            "Cannot judge",
            "Not for this service",
            "RESTORE of orders-db was last proven on 9 Nov 2026 14:02 UTC",
            "restic-restore-20260919",
            "Risk: The backup turns out unreadable",
            "muster run --service orders --backup RESTORE --dataset orders-db --scope FULL"
                + " --verified-by CHECKSUM -- COMMAND…",
            "muster run --service orders --scan fault-injection",
            "Proven → Too old, 3 hours ago",
            "2026.11.20-1 rolled back by hand",
            "2 of 31 (6.5 %) deployments failed, were taken back or had somebody paged; 1 by inference",
            "20 min mean of 2 recoveries")
        .doesNotContain("$SERVICE");
    assertThat(page.body()).contains("<time datetime=\"2026-11-27T14:02:10Z\">");
  }

  @Test
  void inASequenceTheFirstOpenGateIsNext() {
    // given
    sink.filled().started();
    // then
    assertThat(sink.page("/services/mailer").body())
        .containsOnlyOnce("class=\"nextup\"")
        .contains("capacity<span class=\"nextup\">");
  }

  @Test
  void namesThatAttackAreOnlyText() {
    // given
    Scorecard card =
        Scorecard.newBuilder(
                Samples.card(
                    "evil", HOSTILE, 1, Samples.score(HOSTILE, List.of(HOSTILE, "load"), "FP")))
            .setSystem(HOSTILE)
            .setTraits(List.of(HOSTILE))
            .build();
    sink.filled().scorecards.append("evil", card);
    sink.started();
    // then
    for (String path : List.of("/", "/services/evil", "/services/%3Cscript%3Ealert(1)")) {
      assertThat(sink.page(path).body()).as(path).doesNotContain("<script>alert");
    }
    assertThat(sink.page("/services/evil").body()).contains("&lt;script&gt;alert(1)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/services/orders", "/services/nobody", "/waivers", "/login"})
  void everyPageForbidsWhatItDoesNotNeed(String path) {
    // given
    sink.filled().started();
    // when
    HttpResponse<String> page = sink.page(path);
    // then
    assertThat(page.headers().firstValue("content-security-policy").orElseThrow())
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("x-content-type-options")).hasValue("nosniff");
    assertThat(page.headers().firstValue("cache-control")).hasValue("no-store");
    assertThat(page.headers().firstValue("x-frame-options")).hasValue("DENY");
  }

  @Test
  void aBannerSaysSinceWhenTheViewIsStale() {
    // given
    sink.filled().started();
    String cookie = sink.login(sink.viewer());
    sink.scorecards.away(true);
    // when
    sink.clock.advance(Duration.ofMinutes(3));
    // then
    assertThat(text(sink.get("/", "Cookie", cookie))).contains("Stale since 14:02:10 UTC.");
    assertThat(text(sink.get("/services/orders", "Cookie", cookie))).contains("Stale since");
    assertThat(text(sink.get("/waivers", "Cookie", cookie))).contains("Stale since");
    assertThat(sink.get("/readyz").statusCode()).isEqualTo(200);
    // when
    sink.scorecards.away(false);
    sink.clock.advance(Duration.ofSeconds(1));
    // then
    Await.until("fresh", () -> !sink.get("/", "Cookie", cookie).body().contains("Stale since"));
  }

  @Test
  void invitesToBeginWhereThereIsNothing() {
    // given
    sink.started();
    // then
    assertThat(text(sink.page("/"))).contains("No services yet", "muster apply catalogue/example");
  }

  @Test
  void saysSoWhereAllIsInvented() {
    // given
    sink = new TestSink(folder, "MUSTER_SINK_DEMO", "true");
    sink.filled().started();
    // then
    for (String path : List.of("/", "/services/orders", "/waivers", "/login")) {
      assertThat(text(sink.page(path))).as(path).contains("Demo data", "./muster up");
    }
    assertThat(text(sink.publicGet("/"))).contains("Demo data");
  }

  @Test
  void anUnknownServiceComesWithTheNearestName() {
    // given
    sink.filled().started();
    // when
    HttpResponse<String> page = sink.page("/services/ordres");
    // then
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("Did you mean <a href=\"/services/orders\">orders</a>");
  }

  @Test
  void showsNothingBeforeEverythingWasRead() {
    // given
    sink.filled().catalogue.away(true);
    sink.startedOnly();
    // when
    HttpResponse<String> page = sink.page("/");
    // then
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(text(page)).contains("shows nothing rather than the past");
  }
}
