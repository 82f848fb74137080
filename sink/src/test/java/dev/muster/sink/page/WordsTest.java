package dev.muster.sink.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.schemas.judgement.GateScore;
import dev.muster.schemas.judgement.StandardScore;
import dev.muster.sink.Samples;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  private final Times times = new Times(Samples.NOW, ZoneOffset.UTC);
  private final Words words = new Words(times);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "P | Proven until 14 Jan | PROVEN",
        "e | Proven, 6 days left | SOON",
        "F | Failed | FAILED",
        "S | Too old since 21 Nov | OLD",
        "m | Never seen | UNSEEN",
        "n | Seen, proved nothing | HOLLOW",
        "c | Cannot judge | UNSURE",
        "w | Waived until 31 Dec | WAIVED",
        "- | Not for this service | ASIDE"
      })
  void everyStatusHasItsWordsAndItsSign(char status, String said, Mark mark) {
    // given
    GateScore gate = Samples.gate("load", status, 0);
    // then
    assertThat(words.gate(gate)).isEqualTo(said);
    assertThat(Marks.of(gate, Samples.NOW)).isEqualTo(mark);
  }

  @ParameterizedTest
  @CsvSource({"P, 54", "e, 6", "w, 40"})
  void aProofThatRanOutUnjudgedIsNotShownAsOne(char status, int days) {
    // given
    GateScore gate = Samples.gate("load", status, 0);
    Times later =
        new Times(Samples.NOW.plus(Duration.ofDays(days)).plusSeconds(61), ZoneOffset.UTC);
    // then
    assertThat(Marks.of(gate, later.now())).isEqualTo(Mark.UNSURE);
    assertThat(new Words(later).gate(gate)).isEqualTo("Ran out, not judged since");
  }

  @Test
  void aStandardWithAnUnjudgedEndIsNotReady() {
    // given
    StandardScore score = Samples.score("seven-gates", List.of("load"), "P");
    Times later = new Times(Samples.NOW.plus(Duration.ofDays(55)), ZoneOffset.UTC);
    // then
    assertThat(words.verdict(score)).isEqualTo("Ready");
    assertThat(Marks.of(score, later.now())).isEqualTo(Mark.UNSURE);
    assertThat(new Words(later).verdict(score)).isEqualTo("Cannot judge");
  }

  @Test
  void anAnnouncedStandardSaysFromWhenItBites() {
    // given
    StandardScore score =
        StandardScore.newBuilder(Samples.score("seven-gates", List.of("load"), "F"))
            .setUpcomingFrom(LocalDate.of(2026, 12, 1))
            .build();
    // then
    assertThat(words.verdict(score)).isEqualTo("Not binding until 1 Dec");
    assertThat(Marks.of(score, Samples.NOW)).isEqualTo(Mark.UPCOMING);
  }
}
