package dev.muster.streams.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.schemas.judgement.BurnJudgement;
import dev.muster.schemas.judgement.BurnState;
import dev.muster.schemas.judgement.BurnTier;
import dev.muster.schemas.judgement.SloHealth;
import dev.muster.streams.replay.Calls.Change;
import dev.muster.streams.replay.Timeline.Pair;
import dev.muster.streams.replay.Timeline.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CallsTest {
  private static final Instant START = Instant.parse("2026-06-01T08:00:00Z");

  private final History history = new History(new History.Span(minute(10), minute(60)), Set.of());
  private final Subject slo = new Subject("orders", "answers");

  private static Instant minute(int minute) {
    return START.plus(Duration.ofMinutes(minute));
  }

  private void says(int minute, @Nullable BurnTier tier, @Nullable Integer since) {
    history.accept(
        BurnJudgement.newBuilder()
            .setService("orders")
            .setSlo("answers")
            .setSince(minute(minute))
            .setRevision(minute)
            .setHealth(SloHealth.AT_RISK)
            .setState(tier == null ? BurnState.RESOLVED : BurnState.FIRING)
            .setTier(tier)
            .setAlertSince(since == null ? null : minute(since))
            .setPairs(List.of())
            .setGood(1)
            .setTotal(1)
            .setTarget(0.99)
            .setReason("BURNING")
            .setReasonValues(Map.of())
            .setDefinition("d")
            .setSpoken(minute(minute))
            .build());
  }

  @Test
  void anAlertThatRisesFallsAndRisesPagesTwiceAndIsNoTicket() {
    says(20, BurnTier.TICKET, 20);
    says(21, BurnTier.PAGE, 20);
    says(25, BurnTier.TICKET, 20);
    says(30, BurnTier.PAGE, 20);
    says(33, null, null);

    assertThat(history.pages()).isEqualTo(new Calls(2, 0, Duration.ofMinutes(7)));
    assertThat(history.tickets()).isEqualTo(Calls.NONE);
  }

  @Test
  void onlyMinutesOfTheTimeAskedForCountAndWhatIsOpenLastsToItsEnd() {
    says(0, BurnTier.PAGE, 0);
    says(15, null, null);
    says(50, BurnTier.TICKET, 50);

    assertThat(history.pages()).isEqualTo(new Calls(0, 1, Duration.ofMinutes(5)));
    assertThat(history.tickets()).isEqualTo(new Calls(1, 0, Duration.ofMinutes(10)));
    assertThat(history.tickets(slo)).containsExactly(new Call(minute(50), minute(60), true));
  }

  @Test
  void twoAlertsOfWhichTheSecondFollowsAtOnceAreTwoTickets() {
    says(20, BurnTier.TICKET, 20);
    says(25, BurnTier.TICKET, 25);
    says(30, null, null);

    assertThat(history.tickets()).isEqualTo(new Calls(2, 0, Duration.ofMinutes(10)));
  }

  @Test
  void callsThatOverlapAreTheSameAtAnotherTime() {
    Call stays = new Call(minute(1), minute(2), false);
    Call gone = new Call(minute(5), minute(9), false);
    Call early = new Call(minute(20), minute(30), false);
    Call late = new Call(minute(25), minute(32), false);
    Call fresh = new Call(minute(40), minute(41), false);

    assertThat(Calls.changes(List.of(stays, gone, early), List.of(stays, late, fresh)))
        .containsExactly(
            new Change.Gone(gone), new Change.Moved(early, late), new Change.New(fresh));
  }

  @Test
  void aLaterWordTakesBackWhatItBegins() {
    Timeline<String> line = new Timeline<>();
    line.say(minute(1), "PASS");
    line.say(minute(20), "STALE");
    line.say(minute(15), "FAIL");

    assertThat(line.spans(minute(0), minute(30)))
        .containsExactly(
            new Span<>(minute(1), minute(15), "PASS"), new Span<>(minute(15), minute(30), "FAIL"));
  }

  @Test
  void differencesAreTheTimesInWhichTwoSayOtherThings() {
    Timeline<String> one = new Timeline<>();
    one.say(minute(0), "PASS");
    one.say(minute(20), "STALE");
    Timeline<String> other = new Timeline<>();
    other.say(minute(5), "PASS");
    other.say(minute(25), "STALE");

    assertThat(Timeline.differences(one, other, minute(1), minute(30)))
        .containsExactly(
            new Span<>(minute(1), minute(5), new Pair<>("PASS", null)),
            new Span<>(minute(20), minute(25), new Pair<>("STALE", "PASS")));
  }
}
