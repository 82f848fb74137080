package dev.muster.sink.past;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.muster.sink.TestSink;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceTest {
  private static final Path GOLDEN = Path.of("src/test/resources/dev/muster/sink/evidence.csv");
  private static final String AUTUMN = "standard=bar&from=2026-09-01&to=2026-11-01";

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

  private HttpResponse<String> ask(String query) {
    return sink.api("/api/v1/evidence?" + query, sink.viewer());
  }

  @Test
  void asCsvItIsARowForEachSpanWithAllItStoodOn() throws Exception {
    // when
    HttpResponse<String> answer = ask(AUTUMN + "&format=csv");
    // then
    assertThat(answer.headers().firstValue("content-type")).hasValue("text/csv; charset=utf-8");
    assertThat(answer.body())
        .isEqualTo(Files.readString(GOLDEN, StandardCharsets.UTF_8).replace("\n", "\r\n"));
  }

  @Test
  void asJsonItIsAnArray() throws Exception {
    // when
    JsonNode rows = new JsonMapper().readTree(ask(AUTUMN + "&service=orders").body());
    // then
    assertThat(rows).hasSize(6);
    assertThat(rows.path(1).path("evidence_id").asText()).isEqualTo("=1+2");
    assertThat(rows.path(1).path("attested_by").asText()).isEqualTo("+ann@shop.example");
    assertThat(rows.path(1).path("to").asText()).isEqualTo("2026-10-01T08:00:00Z");
    assertThat(rows.path(0).path("evidence_offset").isNull()).isTrue();
    assertThat(rows.path(1).path("evidence_offset").isNumber()).isTrue();
  }

  @Test
  void onlyWhatTouchesTheSpanIsTold() throws Exception {
    // when
    JsonNode rows =
        new JsonMapper()
            .readTree(ask("standard=bar&from=2026-09-06&to=2026-09-07&system=shop").body());
    // then
    assertThat(rows).hasSize(2);
    assertThat(rows.path(0).path("gate").asText()).isEqualTo("reviewed");
    assertThat(rows.path(1).path("effective").asText()).isEqualTo("PASS");
    assertThat(rows.path(1).path("to").asText()).isEqualTo("2026-09-12T09:00:00Z");
  }

  @Test
  void nothingHeldIsAnEmptyArrayAndABareHeader() {
    assertThat(ask(AUTUMN + "&system=warehouse").body()).isEqualTo("[\n]\n");
    assertThat(ask(AUTUMN + "&service=mailer&format=csv").body().lines()).hasSize(1);
  }

  @Test
  void aWrongQuestionIsAnsweredWithWhatIsMissing() {
    assertThat(ask("from=2026-09-01").body()).contains("a standard's id");
    assertThat(ask("standard=bar").body()).contains("\\\"from\\\" needs");
    assertThat(ask("standard=bar&from=2026-09-02&to=2026-09-01").body())
        .contains("an instant after");
    assertThat(ask("standard=baz&from=2026-09-02").body()).contains("Did you mean bar?");
    assertThat(ask(AUTUMN + "&format=xml").body()).contains("csv or json");
    assertThat(ask(AUTUMN + "&service=a&system=b").statusCode()).isEqualTo(400);
    assertThat(sink.get("/api/v1/evidence?" + AUTUMN).statusCode()).isEqualTo(401);
  }

  @Test
  void whatCannotBeReadIsNoAnswer() {
    // given
    sink.waivers.away(true);
    // when
    HttpResponse<String> answer = ask(AUTUMN);
    // then
    assertThat(answer.statusCode()).isEqualTo(503);
  }
}
