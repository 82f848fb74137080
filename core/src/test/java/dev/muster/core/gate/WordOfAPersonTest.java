package dev.muster.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.StandardUse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person's word is worth in a standard of one's own. */
class WordOfAPersonTest {

  @Test
  void provesNothingWhereTheCheckIsAMachinesThoughTheGateDoesNotSaySo() {
    GateStanding standing = standing(Check.Proof.MACHINE, Duration.ZERO);

    assertThat(standing.raw()).isEqualTo(Status.MISSING);
    assertThat(standing.finding().reason().code()).isEqualTo(Reason.Code.PERSONS_WORD_ONLY);
  }

  @ParameterizedTest
  @CsvSource({"PT336H, PASS", "PT336H0.001S, MISSING"})
  void mayBeDatedBackByFourteenDays(Duration back, Status expected) {
    assertThat(standing(Check.Proof.PERSON, back).raw()).isEqualTo(expected);
  }

  private static GateStanding standing(Check.Proof proof, Duration back) {
    Rulebook rules = rules(proof);
    Instant told = Cases.day(20);
    EvidenceShelf shelf = new EvidenceShelf();
    shelf.put(
        new ScanEvidence(
            new Origin("a", "sink", "orders", told.minus(back), told, new Position("topic", 0, 0)),
            "house-check",
            null,
            ScanEvidence.Place.NOWHERE,
            ScanEvidence.Outcome.PASSED,
            Proof.PERSON,
            Map.of(),
            ScanEvidence.Report.NONE),
        rules::runs);
    return new Judge(rules).judge(Shelves.of(shelf), Map.of(), told).get(0);
  }

  private static Rulebook rules(Check.Proof proof) {
    Requirement entry =
        new Requirement.Entry(
            Requirement.EvidenceType.SCAN,
            Map.of(Requirement.MatchField.CHECK, Set.of("house-check")),
            null,
            new Requirement.Freshness.Newest(Duration.ofDays(100)),
            Requirement.Scope.SERVICE,
            false,
            Requirement.Each.TARGET,
            null,
            Set.of());
    Gate gate = new Gate("looked-at", null, null, Set.of(), true, "", "", "", List.of(entry));
    Check check =
        new Check(
            "house-check",
            "Is it?",
            Map.of(),
            proof,
            Requirement.Scope.SERVICE,
            false,
            List.of("It is."),
            List.of(),
            "");
    return Rulebook.of(
        Cases.rulebook(new StandardUse("house", null, null, null), Set.of()).service(),
        Cases.START,
        List.of(new Standard("house", "House rules", List.of("full"), false, List.of(gate))),
        Map.of(check.id(), check),
        (text, type) -> {
          throw new IllegalArgumentException("none here");
        });
  }
}
