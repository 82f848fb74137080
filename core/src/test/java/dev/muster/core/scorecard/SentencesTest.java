package dev.muster.core.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.gate.Reason;
import dev.muster.core.gate.Reason.Code;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SentencesTest {
  private static final String TIME = "2026-11-12T14:02:00Z";

  /** One reason of each code, as the judge writes them, and some with more to say. */
  static Stream<Reason> reasons() {
    return Stream.of(
        Reason.of(
            Code.PROVEN,
            "what",
            "restore",
            "part",
            "orders-db",
            "time",
            TIME,
            "expires",
            "2027-01-11T14:02:00Z",
            "runs",
            "3"),
        Reason.of(
            Code.PROVEN, "what", "backup", "part", "orders-db", "time", TIME, "failures", "1"),
        Reason.of(
            Code.PROVEN,
            "what",
            "tracing",
            "part",
            "orders",
            "time",
            TIME,
            "by",
            "ann@acme.example"),
        Reason.of(Code.NONE_SEEN, "what", "deploy", "limit", "PT2400H"),
        Reason.of(Code.NEVER_SEEN, "what", "metrics"),
        Reason.of(
            Code.SEEN_ELSEWHERE, "what", "secret-scan", "time", TIME, "seen", "feature/login"),
        Reason.of(
            Code.PROVED_NOTHING,
            "what",
            "restore",
            "part",
            "orders-db",
            "time",
            TIME,
            "runs",
            "2",
            "outcome",
            "SUCCEEDED",
            "scope",
            "PART",
            "verifiedBy",
            "NONE"),
        Reason.of(
            Code.PROVED_NOTHING,
            "what",
            "diagnosis-drill",
            "time",
            TIME,
            "runs",
            "1",
            "lacks",
            "values.minutesToAnswer"),
        Reason.of(Code.PERSONS_WORD_ONLY, "what", "metrics", "time", TIME),
        Reason.of(Code.NO_DATASET),
        Reason.of(Code.NOT_CONNECTED, "question", "PagesAnswered"),
        Reason.of(Code.NOT_HEARD, "question", "PagesAnswered"),
        Reason.of(Code.NOT_HEARD, "since", TIME, "limit", "PT720H"),
        Reason.of(Code.FIGURES_LACK, "question", "PagesPerWeek", "weeks", "3", "of", "4"),
        Reason.of(
            Code.FIGURES_SAY_SO,
            "question",
            "PagesAnswered",
            "answered",
            "9",
            "of",
            "10",
            "expires",
            TIME),
        Reason.of(Code.FIGURES_SAY_NOT, "question", "SloMeasured", "slo", "fast", "target", "0.5"),
        Reason.of(
            Code.FIGURES_TOO_OLD, "question", "EverySloPages", "slo", "fast", "expires", TIME),
        Reason.of(
            Code.DID_NOT_SUCCEED,
            "what",
            "tests",
            "part",
            "repo",
            "time",
            TIME,
            "outcome",
            "FAILED"),
        Reason.of(
            Code.RULE_BROKEN,
            "what",
            "image-scan",
            "time",
            TIME,
            "must",
            "values.criticalFixable == 0"),
        Reason.of(Code.SEEN_INSIDE, "what", "deploy", "time", TIME, "limit", "PT2400H"),
        Reason.of(
            Code.RULE_FAILED,
            "what",
            "tests",
            "time",
            TIME,
            "must",
            "values.x",
            "why",
            "no number"),
        Reason.of(
            Code.TOO_OLD,
            "what",
            "backup",
            "part",
            "orders-db",
            "time",
            TIME,
            "limit",
            "PT24H",
            "expires",
            "2026-11-13T14:02:00Z",
            "failures",
            "2"),
        Reason.of(Code.NOTHING_TO_PROVE),
        Reason.of(Code.OTHER_TRAITS, "traits", "public"),
        Reason.of(Code.HIGHER_LEVEL));
  }

  @Test
  void everyReasonIsOnePlainSentence() throws IOException {
    String said = reasons().map(SentencesTest::line).collect(Collectors.joining("\n", "", "\n"));

    assertThat(said).isEqualTo(golden());
  }

  @Test
  void everyCodeHasOne() {
    assertThat(reasons().map(Reason::code)).contains(Code.values());
  }

  @Test
  void aCodeOfALaterVersionStandsForItself() {
    assertThat(Sentences.of("LATER", Map.of())).isEqualTo("LATER");
  }

  @Test
  void aScoreSaysWhatIsWaivedAndWhatStandsOnAWord() {
    assertThat(Sentences.of(new Score(9, 6, 1, 2)))
        .isEqualTo("passed 6 of 9 that apply; 1 waived; 2 of the 6 on a person's word");
  }

  private static String line(Reason reason) {
    return reason.code() + ": " + Sentences.of(reason.code().name(), reason.values());
  }

  private static String golden() throws IOException {
    try (InputStream in = SentencesTest.class.getResourceAsStream("sentences.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
