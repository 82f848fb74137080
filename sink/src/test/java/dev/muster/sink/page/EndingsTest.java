package dev.muster.sink.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.schemas.fact.WaiverState;
import dev.muster.schemas.judgement.GateScore;
import dev.muster.schemas.judgement.GateStatus;
import dev.muster.schemas.judgement.StandardScore;
import dev.muster.sink.Samples;
import dev.muster.sink.TestSink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People are reminded of what only they can renew. */
class EndingsTest {
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

  private String text(String path) {
    return sink.page(path).body().replaceAll("(?s)<[^>]*>", " ").replaceAll("\\s+", " ");
  }

  private void said(String service, GateScore... gates) {
    StandardScore score =
        StandardScore.newBuilder(Samples.score("seven-gates", List.of("load"), "P"))
            .setGates(List.of(gates))
            .build();
    sink.scorecards.append(service, Samples.card(service, "team-money", 1, score));
  }

  @ParameterizedTest
  @CsvSource({
    "PT336H, SOON, ends in 14 days",
    "PT73H, SOON, ends in 3 days",
    "PT72H, NEAR, ends in 3 days",
    "PT25H, NEAR, ends in 25 hours",
    "PT24H, NOW, ends in 24 hours",
    "-PT50H, NOW, ended 2 days ago"
  })
  void aPersonsWordIsRemindedOfInThreeSteps(Duration left, Urgency urgency, String when) {
    // given
    said("payments", Samples.onAWord("security-baseline", left));
    sink.started();
    // then
    for (String path : List.of("/", "/services/payments")) {
      assertThat(text(path))
          .as(path)
          .contains(
              "authentication-review: anna's word " + when + '.',
              "muster attest payments authentication-review");
      assertThat(sink.page(path).body())
          .as(path)
          .contains("<li class=\"ending " + urgency.mark().css() + '"');
    }
  }

  @Test
  void nobodyIsRemindedEarlierOrForEver() {
    // given
    said(
        "payments",
        Samples.onAWord("security-baseline", Duration.ofDays(14).plusSeconds(1)),
        Samples.onAWord("load", Duration.ofDays(-14)));
    sink.started();
    // then
    assertThat(text("/services/payments")).doesNotContain("anna's word");
    assertThat(text("/")).doesNotContain("anna's word");
  }

  @Test
  void aWordThatCountsForManyIsRemindedOfOnce() {
    // given
    said("payments", Samples.onAWord("security-baseline", Duration.ofDays(2)));
    said("search", Samples.onAWord("security-baseline", Duration.ofDays(2)));
    sink.started();
    // then
    assertThat(text("/")).containsOnlyOnce("anna's word").contains("and 1 more gate");
  }

  @Test
  void aWaiverThatEndsWithinTwoWeeksIsNamedWithWhatIsBeneath() {
    // given
    sink.waived().started();
    // then
    assertThat(text("/"))
        .contains(
            "search · deploy-and-rollback: its waiver ends in 9 days. Beneath: Failed.",
            "1 ending soon")
        .doesNotContain("security-baseline: its waiver");
    assertThat(text("/services/search")).contains("its waiver ends in 9 days.");
  }

  @ParameterizedTest
  @CsvSource({
    "PT336H, SOON, ends in 14 days",
    "PT73H, SOON, ends in 3 days",
    "PT72H, NEAR, ends in 3 days",
    "PT25H, NEAR, ends in 25 hours",
    "PT24H, NOW, ends in 24 hours",
    "PT1M, NOW, ends in 60 s"
  })
  void aWaiverIsRemindedOfInThreeSteps(Duration left, Urgency urgency, String when) {
    // given
    waived("W-1", left);
    sink.started();
    // then
    for (String path : List.of("/", "/services/search")) {
      assertThat(text(path)).as(path).contains("load: its waiver " + when + '.');
      assertThat(sink.page(path).body())
          .as(path)
          .contains("<li class=\"ending " + urgency.mark().css() + '"');
    }
  }

  @Test
  void aWaiverIsNotRemindedOfEarlierNorWhenItIsOver() {
    // given
    waived("W-1", Duration.ofDays(14).plusSeconds(1));
    waived("W-2", Duration.ZERO);
    sink.started();
    // then
    assertThat(text("/services/search")).doesNotContain("its waiver");
  }

  @Test
  void aWaiverThatAnotherFollowsIsNotRemindedOf() {
    // given
    waived("W-1", Duration.ofDays(2));
    waived("W-2", Duration.ofDays(40));
    sink.started();
    // then
    assertThat(text("/services/search")).doesNotContain("its waiver");
  }

  private void waived(String id, Duration left) {
    for (WaiverState state : List.of(WaiverState.PROPOSED, WaiverState.APPROVED)) {
      sink.waivers.append("search", Samples.step(id, "search", "load", state, left));
    }
  }

  @Test
  void aPassingGateThatIsStillWaivedSaysSo() {
    // given
    GateScore passing =
        GateScore.newBuilder(Samples.gate("load", 'P', 0))
            .setEffective(GateStatus.WAIVED)
            .setWaiverId("W-16")
            .setWaiverExpires(Samples.NOW.plus(Duration.ofDays(30)))
            .build();
    said("payments", passing);
    sink.waived().started();
    // then
    assertThat(text("/services/payments"))
        .contains(
            "Waived until 21 Dec by anna · beneath: Proven until 14 Jan",
            "It passes by itself now; the waiver can be taken back");
  }
}
