package dev.muster.streams.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.gate.Finding;
import dev.muster.core.gate.GateId;
import dev.muster.core.gate.GateMark;
import dev.muster.core.gate.GateStanding;
import dev.muster.core.gate.Reason;
import dev.muster.core.gate.StandardRule;
import dev.muster.core.gate.Status;
import dev.muster.core.scorecard.Score;
import dev.muster.core.scorecard.StandardScore;
import dev.muster.core.scorecard.Verdict;
import dev.muster.schemas.judgement.Lifecycle;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.streams.drive.Town;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrintTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void clocksAloneSayNothingNewAndAllElseDoes() {
    // given
    long print = Print.of(card(NOON).build(), List.of(score(7, NOON)));

    // when
    long later = Print.of(card(NOON.plusSeconds(1)).build(), List.of(score(7, NOON)));
    long dated =
        Print.of(card(NOON).setLaunch(LocalDate.of(2027, 1, 15)).build(), List.of(score(7, NOON)));
    long other = Print.of(card(NOON).build(), List.of(score(8, NOON)));
    long since = Print.of(card(NOON).build(), List.of(score(7, NOON.plusSeconds(1))));

    // then
    assertThat(later).isEqualTo(print);
    assertThat(List.of(dated, other, since)).doesNotContain(print).doesNotHaveDuplicates();
  }

  private static StandardScore score(long print, Instant since) {
    GateId id = new GateId(Town.BAR.id(), "restored");
    Finding passes = new Finding(Status.PASS, Reason.of(Reason.Code.PROVEN), null, null, null);
    GateMark mark =
        new GateMark(
            id,
            "r",
            NOON,
            new GateMark.Mark(Status.PASS, NOON),
            Status.PASS,
            0,
            print,
            null,
            List.of());
    return new StandardScore(
        new StandardRule(Town.BAR, "5e4f", 0, null, List.of(id)),
        Verdict.READY,
        new Score(1, 1, 0, 0),
        false,
        List.of(new GateStanding(id, passes, null, since, NOON, List.of(), mark)));
  }

  private static Scorecard.Builder card(Instant at) {
    return Scorecard.newBuilder()
        .setService("orders")
        .setOwner("team")
        .setTier(1)
        .setLifecycle(Lifecycle.PRODUCTION)
        .setClock(at)
        .setSpoken(at)
        .setDefinition("5e4f");
  }
}
