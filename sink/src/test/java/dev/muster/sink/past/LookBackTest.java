package dev.muster.sink.past;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.sink.TestSink;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookBackTest {
  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder;
  private TestSink sink;

  @BeforeEach
  void open() {
    sink = new TestSink(folder);
    Autumn.in(sink);
    sink.started();
  }

  @AfterEach
  void close() {
    sink.close();
  }

  private HttpResponse<String> ask(Object at) {
    return sink.api("/api/v1/scorecards/orders?at=" + at, sink.viewer());
  }

  private JsonNode bar(Instant at) throws Exception {
    HttpResponse<String> answer = ask(at);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body()).path("standards").path(0);
  }

  private static String status(JsonNode bar, String view) {
    return bar.path("gates").path(0).path(view).path("status").asText();
  }

  @Test
  void whatWasSaidInGoodFaithStandsBesideWhatIsKnownNow() throws Exception {
    // when
    JsonNode bar = bar(Autumn.RAN_OUT.plusSeconds(60));
    // then
    assertThat(status(bar, "spokenThen")).isEqualTo("STALE");
    assertThat(status(bar, "knownNow")).isEqualTo("FAIL");
    assertThat(bar.path("gates").path(0).path("differs").asBoolean()).isTrue();
    assertThat(bar.path("gates").path(1).path("differs").asBoolean()).isFalse();
    assertThat(bar.path("definition").asText()).hasSize(64);
    assertThat(bar.path("level").asText()).isEqualTo("all");
  }

  @Test
  void beforeTheCorrectionReachesBackBothSayTheSame() throws Exception {
    // when
    JsonNode bar = bar(Autumn.FAILED.minusSeconds(1));
    // then
    assertThat(status(bar, "knownNow")).isEqualTo("PASS");
    assertThat(bar.path("differs").asBoolean()).isFalse();
    assertThat(bar.path("knownNow").path("verdict").asText()).isEqualTo("READY");
    assertThat(bar.path("knownNow").path("onPersonsWord").asInt()).isEqualTo(1);
  }

  @Test
  void aFactToldLaterIsKnownNowAndWasNotSaidThen() throws Exception {
    // when
    JsonNode bar = bar(Autumn.PROVEN.plusMillis(500));
    // then
    assertThat(status(bar, "knownNow")).isEqualTo("PASS");
    assertThat(status(bar, "spokenThen")).isEqualTo("MISSING");
    assertThat(bar.path("spokenThen").path("verdict").asText()).isEqualTo("NOT_CONNECTED");
  }

  @Test
  void aWaiverShowsWhatLiesBeneath() throws Exception {
    // when
    JsonNode bar = bar(Autumn.WAIVED);
    // then
    assertThat(status(bar, "knownNow")).isEqualTo("WAIVED");
    assertThat(bar.path("gates").path(0).path("knownNow").path("raw").asText()).isEqualTo("FAIL");
    assertThat(bar.path("knownNow").path("verdict").asText()).isEqualTo("READY_WITH_WAIVERS");
  }

  @Test
  void aStandardThatWasDroppedIsHeldNoMore() throws Exception {
    assertThat(bar(Autumn.DROPPED.minusMillis(1)).isMissingNode()).isFalse();
    assertThat(bar(Autumn.DROPPED).isMissingNode()).isTrue();
  }

  @Test
  void whatTheLogCannotTellIsRefusedWithWhatToDo() {
    // when
    HttpResponse<String> early = ask(Autumn.APPLIED.minusMillis(1));
    HttpResponse<String> late = ask("2027-01-01");
    HttpResponse<String> never = ask("noon");
    HttpResponse<String> unknown =
        sink.api("/api/v1/scorecards/ordres?at=2026-09-15", sink.viewer());
    // then
    assertThat(early.statusCode()).isEqualTo(400);
    assertThat(early.body()).contains("since 2026-09-01T08:00:00Z");
    assertThat(late.statusCode()).isEqualTo(400);
    assertThat(late.body()).contains("muster check --at");
    assertThat(never.body()).contains("2026-03-01T14:00");
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("Did you mean orders?");
  }

  @Test
  void aRecordThatCannotBeReadIsNotPassedOver() {
    // given
    sink.gates.appendGarbage("orders");
    // when
    HttpResponse<String> answer = ask(Autumn.WAIVED);
    // then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("cannot be read, so nothing is said");
  }

  @Test
  void aBrokerThatIsAwayIsSaid() {
    // given
    sink.gates.away(true);
    // when
    HttpResponse<String> answer = ask(Autumn.WAIVED);
    // then
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("retry-after")).isPresent();
    assertThat(answer.body()).contains("is Kafka reachable?");
  }

  @Test
  void withoutAnInstantTheScorecardIsThatOfNow() {
    assertThat(sink.api("/api/v1/scorecards/orders", sink.viewer()).body())
        .contains("was not judged yet");
  }

  @Test
  void thePageShowsBothWhereTheyDifferAndAForm() {
    // when
    HttpResponse<String> page = sink.page("/services/orders?at=2026-09-15T10:00");
    // then
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body().replaceAll("(?s)<[^>]*>", " ").replaceAll("\\s+", " "))
        .contains(
            "As of 15 Sep 2026 10:00 UTC.",
            "corrected afterwards; both are shown",
            "Failed.",
            "Too old.",
            "ci scan-2",
            "the same");
    assertThat(page.body())
        .contains("type=\"datetime-local\" name=\"at\" value=\"2026-09-15T10:00:00\"");
  }

  @Test
  void thePageRefusesInWords() {
    assertThat(sink.page("/services/orders?at=2026-08-01").body())
        .contains("is in the catalogue since 2026-09-01T08:00:00Z");
    assertThat(sink.page("/services/orders?at=2027-08-01").body()).contains("still to come");
    assertThat(sink.page("/services/orders?at=x").body()).contains("no instant");
    assertThat(sink.page("/services/nobody?at=2026-09-15").statusCode()).isEqualTo(404);
  }
}
