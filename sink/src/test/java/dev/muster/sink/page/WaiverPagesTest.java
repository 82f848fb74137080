package dev.muster.sink.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.runtime.auth.Role;
import dev.muster.schemas.Topics;
import dev.muster.schemas.fact.Waiver;
import dev.muster.schemas.fact.WaiverState;
import dev.muster.schemas.record.AuditEntry;
import dev.muster.sink.Samples;
import dev.muster.sink.TestSink;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waivers as people see them, ask for them and answer them. */
class WaiverPagesTest {
  private static final String ASK = "/services/orders/waive?standard=seven-gates&gate=load";

  @TempDir Path folder;
  private TestSink sink;

  @BeforeEach
  void open() {
    sink = new TestSink(folder).filled();
  }

  @AfterEach
  void close() {
    sink.close();
  }

  /** Anna may approve for every service of the samples. */
  private String anna() {
    return sink.login(sink.person(Role.VIEWER, Role.APPROVER));
  }

  private String bert() {
    return sink.login(sink.bert());
  }

  private HttpResponse<String> page(String path, String cookie) {
    return sink.get(path, "Cookie", cookie);
  }

  private HttpResponse<String> post(String path, String form, String cookie) {
    return sink.post(path, form, "Cookie", cookie);
  }

  /** What a reader reads, without tags. */
  private static String text(HttpResponse<String> page) {
    return page.body().replaceAll("(?s)<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("location").orElse("");
  }

  private static String form(String... namesAndValues) {
    StringBuilder form =
        new StringBuilder("service=orders&standard=seven-gates&gate=load&risk=slow");
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.append('&')
          .append(namesAndValues[i])
          .append('=')
          .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
    }
    return form.toString();
  }

  @Test
  void whatWaitsComesFirstThenWhatIsInForceTheSoonestFirst() {
    // given
    sink.waived().started();
    // when
    String page = page("/waivers", anna()).body();
    // then
    assertThat(List.of("W-14", "W-13", "W-16", "W-12", "W-15"))
        .extracting(id -> page.indexOf("id=\"w-" + id + '"'))
        .isSorted()
        .doesNotContain(-1);
    assertThat(page.indexOf("<details class=\"over\">")).isLessThan(page.indexOf("id=\"w-W-15"));
  }

  @Test
  void eachSaysWhoAskedWhyUntilWhenAndWhatIsBeneath() {
    // given
    sink.waived().started();
    // when
    String page = text(page("/waivers", anna()));
    // then
    assertThat(page)
        .contains(
            "orders · load seven-gates",
            "Reason The scanner's finding",
            "Risk A request of 40 MB",
            "Instead The gateway refuses",
            "by bert@shop.example, 5 days ago",
            "21 Dec 2026 14:02 UTC (in 30 days)",
            "Beneath Seen, proved nothing",
            "Until 30 Nov, 9 days left",
            "Approved by anna@shop.example on 17 Nov.",
            "Rejected by anna@shop.example on 17 Nov.",
            "The gate passes by itself now; the waiver can be taken back.");
  }

  @Test
  void onlyWhoMayAnswerHasTheButtons() {
    // given
    sink.waived().started();
    // then
    assertThat(page("/waivers", anna()).body())
        .contains("/waivers/W-14/approve", "/waivers/W-14/reject", "/waivers/W-12/revoke");
    assertThat(page("/waivers", bert()).body())
        .contains("/waivers/W-14/revoke", "Waits for anna@shop.example.")
        .doesNotContain("/approve", "/reject");
    assertThat(sink.page("/waivers").body()).doesNotContain("/approve", "/reject", "/revoke");
  }

  @Test
  void everyPageCountsWhatWaitsForTheReader() {
    // given
    sink.waived().started();
    // then
    for (String path : List.of("/", "/services/orders", "/waivers")) {
      assertThat(text(page(path, anna()))).as(path).contains("Waivers 1 waiting for you");
      assertThat(text(page(path, bert()))).as(path).doesNotContain("waiting for you");
    }
    assertThat(text(page("/", anna()))).contains("1 waiver waits for you");
  }

  @Test
  void anApprovedWaiverIsInForceOnThePageThatComesNext() {
    // given
    sink.waived().started();
    String anna = anna();
    // when
    HttpResponse<String> answer = post("/waivers/W-14/approve", "", anna);
    // then
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).isEqualTo("/waivers#w-W-14");
    assertThat(sink.written.read(Topics.WAIVER))
        .extracting(Waiver::getState, Waiver::getApprovedBy)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(WaiverState.APPROVED, "anna@shop.example"));
    assertThat(text(page("/waivers", anna))).contains("Nothing waits.", "In force 4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"reject", "revoke"})
  void whatIsRejectedOrTakenBackIsOver(String how) {
    // given
    sink.waived().started();
    String anna = anna();
    // when
    HttpResponse<String> answer = post("/waivers/W-14/" + how, "", anna);
    // then
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(text(page("/waivers", anna))).contains("Nothing waits.", "Over 2");
  }

  @Test
  void aGateThatDoesNotHoldLinksToTheForm() {
    // given
    sink.started();
    String link = "/services/orders/waive?standard=seven-gates&amp;gate=load";
    // then
    assertThat(page("/services/orders", bert()).body()).contains(link);
    assertThat(page("/services/orders", bert()).body())
        .doesNotContain("standard=seven-gates&amp;gate=observability");
    assertThat(sink.page("/services/orders").body()).doesNotContain(link);
  }

  @Test
  void theFormSaysWhatIsAskedAndWhoAnswers() {
    // given
    sink.started();
    // when
    HttpResponse<String> form = page(ASK, bert());
    // then
    assertThat(form.statusCode()).isEqualTo(200);
    assertThat(text(form))
        .contains(
            "orders · load", "Seen, proved nothing.", "once it is approved by anna@shop.example.");
    assertThat(form.body()).contains("min=\"2026-11-22\"", "max=\"2027-05-20\"");
  }

  @Test
  void whatIsAskedWaitsOnThePageThatComesNext() {
    // given
    sink.started();
    String bert = bert();
    // when
    HttpResponse<String> answer =
        post(
            "/waivers",
            form("reason", "late", "compensatingAction", "watched", "expires", "2026-12-20"),
            bert);
    // then
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    assertThat(text(page("/waivers", bert))).contains("Waiting for an answer 1", "Reason late");
    assertThat(page("/services/orders", bert).body()).contains("A waiver waits for an answer");
    assertThat(sink.written.read(Topics.AUDIT))
        .extracting(AuditEntry::getAction)
        .containsExactly("waiver.ask");
  }

  @Test
  void whatIsWrongComesBackWithAllThatWasTyped() {
    // given
    sink.started();
    // when
    HttpResponse<String> answer =
        post("/waivers", form("reason", "late & long", "expires", "2028-01-01"), bert());
    // then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(text(answer)).contains("What is done instead: needs text, got nothing.");
    assertThat(answer.body()).contains(">late &amp; long</textarea>", "value=\"2028-01-01\"");
    // when
    HttpResponse<String> later =
        post(
            "/waivers",
            form("reason", "late", "compensatingAction", "watched", "expires", "2028-01-01"),
            bert());
    // then
    assertThat(later.statusCode()).isEqualTo(422);
    assertThat(text(later)).contains("Until: needs at most 180 d after its start");
    assertThat(sink.written.read(Topics.WAIVER)).isEmpty();
  }

  @Test
  void aRefusalIsAPageWithTheSentence() {
    // given
    sink.waived().started();
    // when
    HttpResponse<String> answer = post("/waivers/W-15/approve", "", anna());
    // then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(text(answer))
        .contains("It takes a waiver that waits for an answer; this one is rejected.");
    assertThat(answer.headers().firstValue("content-type").orElseThrow()).contains("text/html");
    // when
    HttpResponse<String> notLet = post("/waivers/W-14/approve", "", bert());
    // then
    assertThat(notLet.statusCode()).isEqualTo(403);
    assertThat(text(notLet))
        .contains("Answering a waiver needs the role approver; an administrator");
  }

  @Test
  void whatWasNotAcknowledgedIsNotSaidToBeWritten() {
    // given
    sink.waived().started();
    String anna = anna();
    sink.written.away(true);
    // when
    HttpResponse<String> answer = post("/waivers/W-14/approve", "", anna);
    // then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(text(answer)).contains("It is not known to be written down; say it again.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/waivers", "/waivers/W-14/approve", "/waivers/W-14/revoke"})
  void aFormOfAnotherSiteIsRefused(String path) {
    // given
    sink.waived().started();
    String form = form("reason", "a", "compensatingAction", "b", "expires", "2026-12-20");
    // when
    HttpResponse<String> answer =
        sink.send(
            sink.request(path, "Cookie", anna(), "Origin", "https://evil.example")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
    // then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(text(answer)).contains("not sent from Muster's own page");
    assertThat(sink.written.read(Topics.WAIVER)).isEmpty();
  }

  @Test
  void whoHasToLogInFirstComesBackToTheList() {
    // given
    sink.waived().started();
    // when
    HttpResponse<String> answer = sink.post("/waivers/W-14/approve", "");
    // then
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(location(answer)).isEqualTo("/login?next=%2Fwaivers");
    assertThat(sink.written.read(Topics.WAIVER)).isEmpty();
  }

  @Test
  void wordsThatAttackAreOnlyText() {
    // given
    String hostile = "<script>alert(1)</script>\"'&";
    Waiver asked =
        Samples.step("W-14", "orders", "load", WaiverState.PROPOSED, Duration.ofDays(30));
    sink.waivers.append(
        "orders",
        Waiver.newBuilder(asked)
            .setWaiverId("../" + hostile)
            .setReason(hostile)
            .setRisk(hostile)
            .setCompensatingAction(hostile)
            .setRequestedBy(hostile)
            .setBy(hostile)
            .build());
    sink.started();
    String bert = bert();
    HttpResponse<String> form = post("/waivers", form("reason", hostile), bert);
    // then
    for (HttpResponse<String> page :
        List.of(page("/waivers", anna()), page("/services/orders", bert), form)) {
      assertThat(page.body()).doesNotContain("<script>alert", "\"/waivers/../");
    }
    assertThat(form.body()).contains("&lt;script&gt;alert(1)");
    assertThat(page("/waivers", anna()).body()).contains("&lt;script&gt;alert(1)");
  }

  @Test
  void invitesWhereThereIsNone() {
    // given
    sink.started();
    // then
    assertThat(text(page("/waivers", anna()))).contains("No waivers.", "Ask for a waiver");
  }

  @Test
  void showsNothingBeforeAllWaiversWereRead() {
    // given
    sink.waivers.away(true);
    sink.startedOnly();
    // then
    assertThat(page("/waivers", anna()).statusCode()).isEqualTo(503);
  }

  @Test
  void aGateThatNobodyIsHeldToIsNotAskedFor() {
    // given
    sink.started();
    // when
    HttpResponse<String> answer =
        page("/services/orders/waive?standard=seven-gates&gate=nothing", bert());
    // then
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(text(answer)).contains("There is no gate \"seven-gates/nothing\"");
  }

  @Test
  void aWaivedGateShowsBothWhatIsSaidAndWhatIs() {
    // given
    sink.waived().started();
    // when
    String page = text(page("/services/orders", anna()));
    // then
    assertThat(page)
        .contains(
            "Waived until 31 Dec by anna · beneath: Failed",
            "Beneath the waiver: Failed. Dependency-scan of 10 Nov 2026",
            "Instead: The gateway refuses");
  }
}
