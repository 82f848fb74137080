package dev.muster.core.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.muster.core.gate.Status;
import dev.muster.core.release.Scored.AtLevel;
import dev.muster.core.release.Scored.Gate;
import dev.muster.core.release.Scored.Open;
import dev.muster.core.scorecard.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ReleaseGateTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");
  private static final Gate PASSES = gate("security", Status.PASS, DECEMBER);
  private static final Gate FAILS = gate("tests", Status.FAIL, null);
  private static final Gate UNJUDGED = gate("load", Status.CANNOT_JUDGE, null);
  private static final Gate RAN_OUT = overdue(gate("security", Status.PASS, NOON.minusSeconds(90)));

  private static Gate gate(String id, Status status, @Nullable Instant expires, Open... open) {
    return new Gate(id, status, status, false, "As it is.", expires, null, null, List.of(open));
  }

  private static Gate waived(Status raw, @Nullable Instant expires, Instant until) {
    return new Gate(
        "security", raw, Status.WAIVED, false, "As it is.", expires, "w-1", until, List.of());
  }

  private static Gate overdue(Gate gate) {
    return new Gate(
        gate.gate(),
        gate.raw(),
        gate.effective(),
        true,
        gate.sentence(),
        gate.expires(),
        gate.waiver(),
        gate.waivedUntil(),
        gate.open());
  }

  private static Scored of(Verdict verdict, Gate... gates) {
    return from(null, verdict, gates);
  }

  private static Scored from(@Nullable LocalDate day, Verdict verdict, Gate... gates) {
    return new Scored(
        "orders",
        "six-pillars",
        "d0c5",
        "full",
        verdict,
        List.of(new AtLevel("first-release", Verdict.READY), new AtLevel("full", verdict)),
        day,
        List.of(gates));
  }

  private record Case(
      String sentence, Scored scored, @Nullable String level, Instant at, Outcome outcome) {}

  @TestFactory
  Stream<DynamicTest> outcomes() {
    LocalDate first = LocalDate.parse("2026-12-01");
    return Stream.of(
            new Case("all hold", of(Verdict.READY, PASSES), null, NOON, Outcome.READY),
            new Case(
                "one contradicts",
                of(Verdict.NOT_READY, PASSES, FAILS),
                null,
                NOON,
                Outcome.NOT_READY),
            new Case(
                "nothing was ever seen",
                of(Verdict.NOT_CONNECTED, gate("security", Status.MISSING, null)),
                null,
                NOON,
                Outcome.NOT_CONNECTED),
            new Case(
                "a rule that failed is no verdict",
                of(Verdict.NOT_READY, PASSES, UNJUDGED),
                null,
                NOON,
                Outcome.CANNOT_TELL),
            new Case(
                "a contradiction is one, whatever else could not be judged",
                of(Verdict.NOT_READY, FAILS, UNJUDGED),
                null,
                NOON,
                Outcome.NOT_READY),
            new Case(
                "a proof ends at the very instant asked for",
                of(Verdict.READY, PASSES),
                null,
                DECEMBER,
                Outcome.NOT_READY),
            new Case(
                "a proof ends just after it",
                of(Verdict.READY, PASSES),
                null,
                DECEMBER.minusMillis(1),
                Outcome.READY),
            new Case(
                "a proof ran out and nobody judged since",
                of(Verdict.READY, RAN_OUT),
                null,
                NOON,
                Outcome.CANNOT_TELL),
            new Case(
                "what failed before that cannot be told either",
                of(Verdict.NOT_READY, RAN_OUT, FAILS),
                null,
                NOON,
                Outcome.CANNOT_TELL),
            new Case(
                "it does not bite yet",
                from(first, Verdict.NOT_READY, FAILS),
                null,
                DECEMBER.minusMillis(1),
                Outcome.NOT_BINDING),
            new Case(
                "it bites from the beginning of its day",
                from(first, Verdict.NOT_READY, FAILS),
                null,
                DECEMBER,
                Outcome.NOT_READY),
            new Case(
                "a waiver stands for a gate",
                of(Verdict.READY_WITH_WAIVERS, waived(Status.FAIL, null, DECEMBER)),
                null,
                NOON,
                Outcome.READY_WITH_WAIVERS),
            new Case(
                "a waiver ends before",
                of(Verdict.READY_WITH_WAIVERS, waived(Status.FAIL, null, DECEMBER)),
                null,
                DECEMBER,
                Outcome.NOT_READY),
            new Case(
                "beneath a waiver that ends the gate holds by itself",
                of(
                    Verdict.READY_WITH_WAIVERS,
                    waived(Status.PASS, DECEMBER.plusSeconds(1), DECEMBER)),
                null,
                DECEMBER,
                Outcome.READY),
            new Case(
                "beneath a waiver that ends the proof ended too",
                of(Verdict.READY_WITH_WAIVERS, waived(Status.PASS, DECEMBER, DECEMBER)),
                null,
                DECEMBER,
                Outcome.NOT_READY),
            new Case(
                "what fails is asked at a higher level only",
                of(
                    Verdict.NOT_READY,
                    gate("security", Status.FAIL, null, new Open("full", Status.FAIL))),
                "first-release",
                NOON,
                Outcome.READY))
        .map(one -> DynamicTest.dynamicTest(one.sentence(), () -> answers(one)));
  }

  private static void answers(Case one) {
    ServiceReadiness found = new ReleaseGate(one.level(), one.at()).look(one.scored());

    assertThat(found.outcome()).isEqualTo(one.outcome());
    assertThat(new Readiness(List.of(found)).outcome()).isEqualTo(one.outcome());
  }

  @Test
  void anObstacleSaysUntilWhenItHolds() {
    ServiceReadiness found = new ReleaseGate(null, DECEMBER).look(of(Verdict.READY, PASSES));

    assertThat(found.obstacles())
        .containsExactly(
            new Obstacle("security", Status.STALE, "Holds until 1 Dec 2026 00:00 UTC only."));
  }

  @Test
  void waiversItStandsOnThenAreNamed() {
    Scored scored = of(Verdict.READY_WITH_WAIVERS, waived(Status.FAIL, null, DECEMBER));

    assertThat(new ReleaseGate(null, NOON).look(scored).waivers()).containsExactly("w-1");
    assertThat(new ReleaseGate(null, DECEMBER).look(scored).waivers()).isEmpty();
  }

  @Test
  void aLevelThatIsNotThereIsRefusedWithThoseThatAre() {
    ReleaseGate gate = new ReleaseGate("gold", NOON);

    assertThatThrownBy(() -> gate.look(of(Verdict.READY, PASSES)))
        .isInstanceOfSatisfying(
            UnknownLevel.class,
            refused -> assertThat(refused.levels()).containsExactly("first-release", "full"))
        .hasMessage("six-pillars has no level \"gold\".");
  }

  @Test
  void ofASystemTheWorstServiceThatTheStandardBindsCounts() {
    ReleaseGate gate = new ReleaseGate(null, NOON);
    ServiceReadiness ready = gate.look(of(Verdict.READY, PASSES));
    ServiceReadiness later =
        gate.look(from(LocalDate.parse("2026-12-01"), Verdict.NOT_READY, FAILS));
    ServiceReadiness fails = gate.look(of(Verdict.NOT_READY, FAILS));
    ServiceReadiness unjudged = gate.look(of(Verdict.NOT_READY, UNJUDGED));

    assertThat(new Readiness(List.of(ready, later)).outcome()).isEqualTo(Outcome.READY);
    assertThat(new Readiness(List.of(later)).wouldBe()).isEqualTo(Outcome.NOT_READY);
    assertThat(new Readiness(List.of(ready, fails)).outcome()).isEqualTo(Outcome.NOT_READY);
    assertThat(new Readiness(List.of(fails, unjudged)).outcome()).isEqualTo(Outcome.NOT_READY);
    assertThat(new Readiness(List.of(ready, unjudged)).outcome()).isEqualTo(Outcome.CANNOT_TELL);
  }

  @Test
  void aProofThatIsRenewedOrEndsSoonChangesNoStatement() {
    ReleaseGate gate = new ReleaseGate(null, NOON);
    Scored soon = of(Verdict.READY, gate("security", Status.EXPIRING, NOON.plusSeconds(1)));
    Readiness before = new Readiness(List.of(gate.look(soon)));
    Readiness after = new Readiness(List.of(gate.look(of(Verdict.READY, PASSES))));

    assertThat(new Statement("orders", "six-pillars", before).hash())
        .isEqualTo(new Statement("orders", "six-pillars", after).hash());
  }

  @Test
  void aStatementIsOneLineForEachGate() {
    ServiceReadiness found =
        new ReleaseGate(null, NOON)
            .look(of(Verdict.READY_WITH_WAIVERS, waived(Status.FAIL, null, DECEMBER)));

    String text = new Statement("system/shop", "six-pillars", new Readiness(List.of(found))).text();

    assertThat(text)
        .isEqualTo(
            """
            muster sign-off 1
            subject system/shop
            service orders standard six-pillars level full definition d0c5 READY_WITH_WAIVERS
            gate security WAIVED waiver w-1
            """);
  }
}
