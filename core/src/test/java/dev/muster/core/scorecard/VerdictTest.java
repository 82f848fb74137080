package dev.muster.core.scorecard;

import static dev.muster.core.gate.Status.EXPIRING;
import static dev.muster.core.gate.Status.FAIL;
import static dev.muster.core.gate.Status.MISSING;
import static dev.muster.core.gate.Status.NOT_APPLICABLE;
import static dev.muster.core.gate.Status.PASS;
import static dev.muster.core.gate.Status.WAIVED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.catalogue.StandardUse;
import dev.muster.core.gate.Cases;
import dev.muster.core.gate.EvidenceShelf;
import dev.muster.core.gate.GateId;
import dev.muster.core.gate.GateStanding;
import dev.muster.core.gate.Judge;
import dev.muster.core.gate.Rulebook;
import dev.muster.core.gate.Shelves;
import dev.muster.core.gate.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VerdictTest {

  @Test
  void allThatApplyMustHold() {
    assertThat(Verdict.of(List.of(PASS, EXPIRING, NOT_APPLICABLE), true)).isEqualTo(Verdict.READY);
    assertThat(Verdict.of(List.of(PASS, WAIVED), true)).isEqualTo(Verdict.READY_WITH_WAIVERS);
    assertThat(Verdict.of(List.of(PASS, WAIVED, MISSING), true)).isEqualTo(Verdict.NOT_READY);
  }

  @Test
  void nothingKnownIsNeverReady() {
    assertThat(Verdict.of(List.of(MISSING, MISSING), false)).isEqualTo(Verdict.NOT_CONNECTED);
    assertThat(Verdict.of(List.of(NOT_APPLICABLE), true)).isEqualTo(Verdict.NOT_CONNECTED);
    assertThat(Verdict.ofSystem(List.of())).isEqualTo(Verdict.NOT_CONNECTED);
  }

  @Test
  void aSystemIsAsFitAsItsWorstService() {
    assertThat(Verdict.ofSystem(List.of(Verdict.READY, Verdict.NOT_READY, Verdict.NOT_CONNECTED)))
        .isEqualTo(Verdict.NOT_READY);
    assertThat(Status.worst(List.of(PASS, NOT_APPLICABLE, WAIVED))).isEqualTo(WAIVED);
    assertThat(Status.worst(List.of(EXPIRING, FAIL))).isEqualTo(FAIL);
  }

  @Test
  void aStandardNotBindingYetIsJudgedAndShownAsUpcoming() {
    // given
    StandardUse soon = new StandardUse("seven-gates", null, null, LocalDate.parse("2026-07-01"));
    Rulebook rules = Cases.rulebook(soon, Set.of("data"), "orders-db");

    // when
    StandardScore before = score(rules, 29.9);
    StandardScore after = score(rules, 30);

    // then
    assertThat(before.upcoming()).isTrue();
    assertThat(after.upcoming()).isFalse();
    assertThat(before.verdict()).isEqualTo(Verdict.NOT_READY);
    assertThat(new Judge(rules).nextTurn(Map.of(), Cases.day(1))).contains(Cases.day(30));
  }

  @Test
  void gatesOfAHigherLevelAreNotAsked() {
    // given: a service held to the first level only
    StandardUse first = new StandardUse("six-pillars", null, "first-release", null);

    // when
    StandardScore score = score(Cases.rulebook(first, Set.of("data", "public"), "orders-db"), 1);

    // then
    Map<String, Status> statuses =
        score.gates().stream()
            .collect(Collectors.toMap(gate -> gate.id().gate(), GateStanding::effective));
    assertThat(statuses)
        .containsEntry("performance-and-scale", NOT_APPLICABLE)
        .containsEntry("reliability", NOT_APPLICABLE)
        .containsEntry("security", MISSING);
    assertThat(score.verdict("full")).isEqualTo(Verdict.NOT_READY);
  }

  @Test
  void whatIsNotConnectedYetIsNeverGreen() {
    Rulebook rules = Cases.rulebook("launch-25", Set.of());

    StandardScore score = score(rules, 1);

    assertThat(score.gates())
        .filteredOn(gate -> gate.id().gate().equals("slos-published"))
        .extracting(GateStanding::effective)
        .containsExactly(MISSING);
  }

  private static StandardScore score(Rulebook rules, double at) {
    EvidenceShelf shelf = new EvidenceShelf();
    Cases.dataSafety(at).forEach(event -> shelf.put(event, rules::runs));
    Map<GateId, GateStanding> standings =
        new Judge(rules)
            .judge(Shelves.of(shelf), Map.of(), Cases.day(at)).stream()
                .collect(Collectors.toMap(GateStanding::id, Function.identity()));
    return StandardScore.of(rules.standards().get(0), standings, Cases.day(at));
  }
}
