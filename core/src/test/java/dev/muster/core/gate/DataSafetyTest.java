package dev.muster.core.gate;

import static dev.muster.core.gate.BackupEvidence.Outcome.FAILED;
import static dev.muster.core.gate.BackupEvidence.Outcome.INCONCLUSIVE;
import static dev.muster.core.gate.BackupEvidence.Outcome.PARTIAL;
import static dev.muster.core.gate.BackupEvidence.Outcome.SUCCEEDED;
import static dev.muster.core.gate.BackupEvidence.Scope.FULL;
import static dev.muster.core.gate.BackupEvidence.Scope.PART;
import static dev.muster.core.gate.BackupEvidence.VerifiedBy.CHECKSUM;
import static dev.muster.core.gate.BackupEvidence.VerifiedBy.NONE;
import static dev.muster.core.gate.Cases.backup;
import static dev.muster.core.gate.Cases.dataSafety;
import static dev.muster.core.gate.Cases.day;
import static dev.muster.core.gate.Cases.restore;
import static dev.muster.core.gate.Cases.scan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code data-safety} of the seven gates: what proves it, and each lie that does not. */
class DataSafetyTest {
  private static final Rulebook RULES = Cases.rulebook("seven-gates", Set.of("data"), "orders-db");

  static Stream<Arguments> stories() {
    return Stream.of(
        story("nothing was sent", List.of(), Status.MISSING, "NEVER_SEEN"),
        story("all is proven", dataSafety(10), Status.PASS, "PROVEN"),
        story(
            "another dataset was restored",
            with(dataSafety(10, "RESTORE"), restore(10, "users-db")),
            Status.MISSING,
            "SEEN_ELSEWHERE"),
        story(
            "the restore was not verified",
            with(dataSafety(10, "RESTORE"), restore(10, "orders-db", SUCCEEDED, FULL, NONE)),
            Status.MISSING,
            "PROVED_NOTHING"),
        story(
            "one file was restored",
            with(dataSafety(10, "RESTORE"), restore(10, "orders-db", SUCCEEDED, PART, CHECKSUM)),
            Status.MISSING,
            "PROVED_NOTHING"),
        story(
            "it was a dry run",
            with(dataSafety(10, "RESTORE"), restore(10, "orders-db", INCONCLUSIVE, FULL, CHECKSUM)),
            Status.MISSING,
            "PROVED_NOTHING"),
        story(
            "there are backups only",
            with(dataSafety(10, "RESTORE"), backup(10, "orders-db")),
            Status.MISSING,
            "NEVER_SEEN"),
        story(
            "the newest restore failed",
            with(dataSafety(9.9), restore(10, "orders-db", FAILED, FULL, CHECKSUM)),
            Status.FAIL,
            "DID_NOT_SUCCEED"),
        story(
            "the newest restore came back in part",
            with(dataSafety(9.9), restore(10, "orders-db", PARTIAL, FULL, CHECKSUM)),
            Status.FAIL,
            "DID_NOT_SUCCEED"),
        story(
            "a later dry run takes nothing away",
            with(dataSafety(9.9), restore(10, "orders-db", INCONCLUSIVE, FULL, CHECKSUM)),
            Status.PASS,
            "PROVEN"),
        story(
            "a failure older than the proof, told late, takes nothing away",
            with(dataSafety(10), restore(9, "orders-db", FAILED, FULL, CHECKSUM)),
            Status.PASS,
            "PROVEN"),
        story(
            "a backup failed, another lies inside the rpo",
            with(
                dataSafety(9.9),
                new BackupEvidence(
                    Cases.origin(10),
                    "orders-db",
                    null,
                    BackupEvidence.Operation.BACKUP,
                    FAILED,
                    FULL,
                    NONE,
                    BackupEvidence.Figures.NONE)),
            Status.PASS,
            "PROVEN"),
        story(
            "the migration was rolled back on a feature branch",
            with(
                dataSafety(10, "migration-rollback"),
                scan(
                    10,
                    "migration-rollback",
                    ScanEvidence.Outcome.PASSED,
                    Proof.MACHINE,
                    "feature/x")),
            Status.MISSING,
            "SEEN_ELSEWHERE"),
        story(
            "a red run on a feature branch takes nothing away",
            with(
                dataSafety(9.9),
                scan(
                    10,
                    "migration-rollback",
                    ScanEvidence.Outcome.FAILED,
                    Proof.MACHINE,
                    "feature/x")),
            Status.PASS,
            "PROVEN"),
        story(
            "a person says the migration can be rolled back",
            with(
                dataSafety(10, "migration-rollback"),
                scan(10, "migration-rollback", ScanEvidence.Outcome.PASSED, Proof.PERSON, null)),
            Status.MISSING,
            "PERSONS_WORD_ONLY"));
  }

  private static Arguments story(
      String story, List<Evidence> events, Status status, String reason) {
    return Arguments.of(story, events, status, reason);
  }

  private static List<Evidence> with(List<Evidence> events, Evidence more) {
    List<Evidence> all = new ArrayList<>(events);
    all.add(more);
    return all;
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("stories")
  void standsAsItsEvidenceSays(String story, List<Evidence> events, Status status, String reason) {
    GateStanding standing = Cases.standing(RULES, "data-safety", 10.1, events);

    assertThat(standing.raw()).as(story).isEqualTo(status);
    assertThat(standing.finding().reason().code().name()).as(story).isEqualTo(reason);
  }

  @Test
  void aServiceWithDataAndNoDatasetDeclaredIsMissingIt() {
    Rulebook rules = Cases.rulebook("seven-gates", Set.of("data"));

    GateStanding standing = Cases.standing(rules, "data-safety", 10.1, dataSafety(10));

    assertThat(standing.raw()).isEqualTo(Status.MISSING);
    assertThat(standing.finding().reason().code()).isEqualTo(Reason.Code.NO_DATASET);
  }

  @Test
  void aServiceWithoutDataIsNotAsked() {
    Rulebook rules = Cases.rulebook("seven-gates", Set.of());

    GateStanding standing = Cases.standing(rules, "data-safety", 10.1, dataSafety(10));

    assertThat(standing.raw()).isEqualTo(Status.NOT_APPLICABLE);
  }

  @Test
  void oneDatasetNeverCoversAnother() {
    Rulebook rules = Cases.rulebook("seven-gates", Set.of("data"), "orders-db", "users-db");

    GateStanding standing = Cases.standing(rules, "data-safety", 10.1, dataSafety(10));

    assertThat(standing.entries().get(1).parts())
        .extracting(part -> part.part() + ' ' + part.status())
        .containsExactly("orders-db PASS", "users-db MISSING");
  }

  @Test
  void aRestoreTurnsExpiringThenStaleAtTheExactInstants() {
    // given: a restore, and all else proven again and again
    Judge judge = new Judge(RULES);
    EvidenceShelf shelf = new EvidenceShelf();
    shelf.put(restore(1, "orders-db"), RULES::runs);
    for (Evidence event : dataSafety(60.9, "RESTORE")) {
      shelf.put(event, RULES::runs);
    }
    GateId id = new GateId("seven-gates", "data-safety");

    // when: nothing happens, and only deadlines pass
    GateStanding before = judge.judge(List.of(id), Shelves.of(shelf), Map.of(), day(60.95)).get(0);
    GateStanding after = judge.turn(Shelves.of(shelf), Map.of(id, before.mark()), day(61)).get(0);

    // then: EXPIRING 6 days before the end, STALE at it
    assertThat(before.mark().turns()).isEqualTo(day(61));
    assertThat(before.entries().get(1).status()).isEqualTo(Status.EXPIRING);
    assertThat(before.entries().get(1).since()).isEqualTo(day(55));
    assertThat(after.raw()).isEqualTo(Status.STALE);
    assertThat(after.since()).isEqualTo(day(61));
    assertThat(after.mark().revision()).isEqualTo(before.mark().revision() + 1);
  }

  @Test
  void aRestoreToldLateExpiresFromItsOwnTime() {
    BackupEvidence done = restore(1, "orders-db");
    Origin told =
        new Origin(
            done.origin().id(), "tool", "orders", day(1), day(5), new Position("topic", 0, 0));
    BackupEvidence late =
        new BackupEvidence(
            told,
            "orders-db",
            null,
            done.operation(),
            done.outcome(),
            done.scope(),
            done.verifiedBy(),
            done.figures());

    GateStanding standing = Cases.standing(RULES, "data-safety", 5, List.of(late));

    assertThat(standing.entries().get(1).finding().expires()).isEqualTo(day(61));
  }
}
