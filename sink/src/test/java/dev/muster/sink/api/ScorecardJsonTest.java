package dev.muster.sink.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.schemas.judgement.Scorecard;
import dev.muster.sink.SampleSlos;
import dev.muster.sink.Samples;
import dev.muster.sink.view.Freshness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScorecardJsonTest {
  private static final Path GOLDEN = Path.of("src/test/resources/dev/muster/sink/scorecard.json");

  @Test
  void theFormIsPublicAndStays() throws IOException {
    // given
    var card =
        Scorecard.newBuilder(
                Samples.card(
                    "orders",
                    "team-checkout",
                    1,
                    Samples.score(
                        "seven-gates", List.of("data-safety", "load", "security"), "SPw")))
            .setSlos(List.of(SampleSlos.burning(), SampleSlos.never("returns")))
            .setNoise(SampleSlos.week())
            .build();
    // when
    var json = ScorecardJson.one(new Freshness(Samples.NOW, false), card, Samples.NOW);
    // then
    assertThat(withoutSentences(json.toPrettyString()))
        .isEqualTo(withoutSentences(Files.readString(GOLDEN).strip()));
  }

  /** Their wording is for people and may get better. */
  private static String withoutSentences(String json) {
    return json.replaceAll("\"sentence\" : \"[^\"]+\"", "\"sentence\" : …");
  }

  @Test
  void aProofThatRanOutUnjudgedIsCalledOverdue() {
    // given
    var card = Samples.card("orders", "x", 1, Samples.score("seven-gates", List.of("load"), "P"));
    var later = Samples.NOW.plus(Duration.ofDays(60));
    // when
    var json = ScorecardJson.one(new Freshness(later, false), card, later);
    // then
    assertThat(json.at("/scorecard/overdue").asBoolean()).isTrue();
    assertThat(json.at("/scorecard/standards/0/gates/0/overdue").asBoolean()).isTrue();
  }
}
