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

  private static final String[] PAGES = {
    "question", "PagesAnswered", "longer", "PT15M", "share", "90", "over", "PT720H"
  };

  /** What other judgements say to each question, in all ways that it can be answered. */
  static Stream<Reason> figures() {
    return Stream.of(
        figure(Code.FIGURES_LACK, "PagesAnswered"),
        Reason.of(Code.FIGURES_SAY_SO, PAGES)
            .with("answered", "9")
            .with("of", "10")
            .with("expires", TIME),
        Reason.of(Code.FIGURES_SAY_SO, PAGES)
            .with("answered", "0")
            .with("of", "0")
            .with("expires", TIME),
        Reason.of(Code.FIGURES_SAY_NOT, PAGES).with("answered", "1").with("of", "3"),
        Reason.of(Code.FIGURES_TOO_OLD, PAGES)
            .with("answered", "0")
            .with("of", "0")
            .with("expires", TIME),
        figure(Code.FIGURES_SAY_SO, "ProposalsAnswered"),
        figure(Code.FIGURES_SAY_SO, "ProposalsAnswered", "expires", TIME),
        figure(Code.FIGURES_SAY_NOT, "ProposalsAnswered", "time", TIME, "limit", "PT336H"),
        figure(Code.FIGURES_LACK, "PagesPerWeek", "weeks", "3", "of", "4"),
        figure(Code.FIGURES_LACK, "PagesPerWeek", "weeks", "4", "of", "4"),
        figure(
            Code.FIGURES_SAY_SO,
            "PagesPerWeek",
            "mean",
            "1.75",
            "of",
            "4",
            "atMost",
            "2",
            "expires",
            TIME),
        figure(Code.FIGURES_SAY_NOT, "PagesPerWeek", "mean", "2.25", "of", "4", "atMost", "2"),
        figure(Code.FIGURES_LACK, "SloMeasured"),
        figure(Code.FIGURES_LACK, "SloMeasured", "slo", "fast"),
        figure(Code.FIGURES_SAY_SO, "SloMeasured", "slo", "fast"),
        figure(Code.FIGURES_SAY_SO, "SloMeasured", "slo", "fast", "expires", TIME),
        figure(Code.FIGURES_SAY_NOT, "SloMeasured", "slo", "fast", "target", "0.5", "least", "0.9"),
        figure(Code.FIGURES_TOO_OLD, "SloMeasured", "slo", "fast", "expires", TIME),
        figure(Code.FIGURES_LACK, "EverySloPages"),
        figure(Code.FIGURES_LACK, "EverySloPages", "slo", "fast"),
        figure(Code.FIGURES_SAY_SO, "EverySloPages", "slo", "fast"),
        figure(Code.FIGURES_SAY_NOT, "EverySloPages", "slo", "fast"),
        figure(Code.FIGURES_TOO_OLD, "EverySloPages", "slo", "fast", "expires", TIME),
        figure(Code.FIGURES_LACK, "WeekClosed"),
        figure(Code.FIGURES_SAY_SO, "WeekClosed", "expires", TIME),
        figure(Code.FIGURES_TOO_OLD, "WeekClosed", "expires", TIME));
  }

  private static Stream<Reason> all() {
    return Stream.concat(reasons(), figures());
  }

  private static Reason figure(Code code, String question, String... more) {
    return Reason.of(code, more).with("question", question);
  }

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
    String said = all().map(SentencesTest::line).collect(Collectors.joining("\n", "", "\n"));

    assertThat(said).isEqualTo(golden());
  }

  @Test
  void everyCodeHasOne() {
    assertThat(all().map(Reason::code)).contains(Code.values());
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
