package dev.muster.core.gate;

import static dev.muster.core.gate.BackupEvidence.Outcome.FAILED;
import static dev.muster.core.gate.BackupEvidence.VerifiedBy.NONE;
import static dev.muster.core.gate.BackupSaid.backup;
import static dev.muster.core.gate.BackupSaid.copy;
import static dev.muster.core.gate.BackupSaid.restore;
import static dev.muster.core.gate.FigureSaid.answeredPage;
import static dev.muster.core.gate.FigureSaid.heard;
import static dev.muster.core.gate.GateStory.gate;
import static dev.muster.core.gate.Reason.Code.DID_NOT_SUCCEED;
import static dev.muster.core.gate.Reason.Code.NEVER_SEEN;
import static dev.muster.core.gate.Reason.Code.PERSONS_WORD_ONLY;
import static dev.muster.core.gate.Reason.Code.PROVED_NOTHING;
import static dev.muster.core.gate.Reason.Code.RULE_BROKEN;
import static dev.muster.core.gate.Reason.Code.SEEN_ELSEWHERE;
import static dev.muster.core.gate.ScanSaid.scan;
import static dev.muster.core.gate.ScanSaid.word;

import java.time.Duration;
import java.util.List;

/** Six gates for a product with customers. */
class SixGatesTest extends GateTable {

  private static final BackupSaid BACKUP =
      backup().encrypted(true).in("eu-west-1").keeping(Duration.ofDays(30));
  private static final BackupSaid COPY = copy().in("eu-central-1");
  private static final ScanSaid LIMITS =
      scan("rate-limit-test").in("production").value("endpointsWithoutLimit", 0);
  private static final ScanSaid LOOKUP =
      word("support-lookup-drill").ofSystem().value("engineerNeeded", 0);
  private static final ScanSaid FAULTS =
      scan("fault-injection").onBranch("main").value("dependenciesFailed", 1);
  private static final ScanSaid PAGE_DRILL =
      word("page-drill").ofRotation().value("minutesToAck", 15);

  @Override
  String standard() {
    return "six-gates";
  }

  @Override
  List<GateStory> stories() {
    return List.of(
        gate(
                "authentication",
                word("authentication-review"),
                scan("auth-rate-limit-test"),
                word("mfa-check").ofOrg())
            .fails("guessing is not slowed", DID_NOT_SUCCEED, scan("auth-rate-limit-test").failed())
            .stale(scan("auth-rate-limit-test"), 100)
            .stale(word("authentication-review"), 190)
            .stale(word("mfa-check").ofOrg(), 100)
            .lie(
                "a person says guessing is slowed", PERSONS_WORD_ONLY, word("auth-rate-limit-test"))
            .lie(
                "the whole system's review, where the service's is asked",
                NEVER_SEEN,
                word("authentication-review").ofSystem())
            .lie(
                "a word dated back by fifteen days",
                PROVED_NOTHING,
                word("authentication-review")
                    .toldAfter(Duration.ofDays(15))
                    .before(Duration.ofDays(15))),
        gate(
                "observability",
                word("structured-logs"),
                scan("metrics"),
                word("tracing"),
                word("diagnosis-drill").ofRotation(),
                PAGE_DRILL)
            .fails(
                "the page was answered after sixteen minutes",
                RULE_BROKEN,
                PAGE_DRILL.value("minutesToAck", 16))
            .stale(PAGE_DRILL, 100)
            .stale(answeredPage(), 30, PAGE_DRILL)
            .lie(
                "the drill says no time",
                PROVED_NOTHING,
                PAGE_DRILL.without("minutesToAck"),
                heard())
            .lie(
                "another rotation's drill",
                NEVER_SEEN,
                word("diagnosis-drill").of("rotation/other")),
        gate("data-durability", BACKUP, COPY, restore())
            .fails("a restore failed", DID_NOT_SUCCEED, restore().ended(FAILED))
            .stale(restore(), 60)
            .stale(COPY, 2)
            .stale(BACKUP, 1)
            .caught("the backup is not encrypted", RULE_BROKEN, BACKUP.encrypted(false))
            .lie(
                "nobody says whether it is",
                PROVED_NOTHING,
                backup().in("eu-west-1").keeping(Duration.ofDays(30)))
            .caught("the copy lies in the same region", RULE_BROKEN, COPY.in("eu-west-1"))
            .caught(
                "the oldest backup is 29 days old",
                RULE_BROKEN,
                BACKUP.keeping(Duration.ofDays(29)))
            .lie("the restore was not verified", PROVED_NOTHING, restore().verified(NONE))
            .lie("another dataset was restored", SEEN_ELSEWHERE, restore().of("users-db")),
        gate("rate-limiting", LIMITS)
            .fails(
                "an endpoint has no limit", RULE_BROKEN, LIMITS.value("endpointsWithoutLimit", 1))
            .stale(LIMITS, 100)
            .lie("a person says all have one", PERSONS_WORD_ONLY, LIMITS.byPerson())
            .lie("staging's limits", SEEN_ELSEWHERE, LIMITS.in("staging")),
        gate("support-diagnostics", LOOKUP, word("audit-log-review").ofSystem())
            .fails("an engineer was needed", RULE_BROKEN, LOOKUP.value("engineerNeeded", 1))
            .stale(LOOKUP, 100)
            .stale(word("audit-log-review").ofSystem(), 100)
            .lie("another system's drill", NEVER_SEEN, LOOKUP.of("system/other"))
            .lie("nobody counted", PROVED_NOTHING, LOOKUP.without("engineerNeeded")),
        gate("graceful-degradation", word("dependency-timeouts"), FAULTS)
            .fails(
                "no dependency was made to fail",
                RULE_BROKEN,
                FAULTS.value("dependenciesFailed", 0))
            .stale(FAULTS, 100)
            .stale(word("dependency-timeouts"), 190)
            .lie("a person says one failed", PERSONS_WORD_ONLY, FAULTS.byPerson())
            .lie("a run that proved nothing", PROVED_NOTHING, FAULTS.inconclusive()));
  }
}
