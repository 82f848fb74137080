package dev.muster.core.gate;

import static dev.muster.core.gate.BackupEvidence.Outcome.FAILED;
import static dev.muster.core.gate.BackupEvidence.VerifiedBy.NONE;
import static dev.muster.core.gate.BackupSaid.backup;
import static dev.muster.core.gate.BackupSaid.restore;
import static dev.muster.core.gate.DeploySaid.deploy;
import static dev.muster.core.gate.FigureSaid.answeredPage;
import static dev.muster.core.gate.FigureSaid.lost;
import static dev.muster.core.gate.FigureSaid.slo;
import static dev.muster.core.gate.FigureSaid.sloWithoutSamples;
import static dev.muster.core.gate.FigureSaid.unansweredPage;
import static dev.muster.core.gate.GateStory.gate;
import static dev.muster.core.gate.Reason.Code.DID_NOT_SUCCEED;
import static dev.muster.core.gate.Reason.Code.FIGURES_LACK;
import static dev.muster.core.gate.Reason.Code.FIGURES_SAY_NOT;
import static dev.muster.core.gate.Reason.Code.NEVER_SEEN;
import static dev.muster.core.gate.Reason.Code.NOT_CONNECTED;
import static dev.muster.core.gate.Reason.Code.NOT_HEARD;
import static dev.muster.core.gate.Reason.Code.PERSONS_WORD_ONLY;
import static dev.muster.core.gate.Reason.Code.PROVED_NOTHING;
import static dev.muster.core.gate.Reason.Code.RULE_BROKEN;
import static dev.muster.core.gate.Reason.Code.SEEN_ELSEWHERE;
import static dev.muster.core.gate.Reason.Code.SEEN_INSIDE;
import static dev.muster.core.gate.Said.nothing;
import static dev.muster.core.gate.ScanSaid.scan;
import static dev.muster.core.gate.ScanSaid.word;

import java.time.Duration;
import java.util.List;

/** Six pillars, to the full. */
class SixPillarsTest extends GateTable {

  private static final ScanSaid CODE = scan("code-scan").onBranch("main").value("high", 0);
  private static final ScanSaid TESTS =
      scan("tests").onBranch("main").value("tests", 1).value("failed", 0);
  private static final BackupSaid RESTORE = restore().took(Duration.ofMinutes(40));

  @Override
  String standard() {
    return "six-pillars";
  }

  @Override
  List<GateStory> stories() {
    return List.of(
        gate("reliability", word("dependency-timeouts"), scan("fault-injection"))
            .fails(
                "the service fell over without its dependency",
                DID_NOT_SUCCEED,
                scan("fault-injection").failed())
            .stale(word("dependency-timeouts"), 190)
            .stale(scan("fault-injection"), 100)
            .lie("a person says faults were injected", PERSONS_WORD_ONLY, word("fault-injection"))
            .lie(
                "it was tried on a feature branch",
                SEEN_ELSEWHERE,
                scan("fault-injection").onBranch("feature/x")),
        gate(
                "security",
                word("authentication-review").ofSystem(),
                word("authorization-review"),
                scan("secret-scan"),
                scan("tls-scan"),
                word("encryption-at-rest"),
                CODE,
                word("iam-review").ofOrg())
            .fails("a serious weakness was found", RULE_BROKEN, CODE.value("high", 1))
            .fails(
                "the review found a hole", DID_NOT_SUCCEED, word("authorization-review").failed())
            .stale(CODE, 9)
            .stale(word("authentication-review").ofSystem(), 190)
            .stale(word("encryption-at-rest"), 100)
            .lie(
                "another system's review",
                NEVER_SEEN,
                word("authentication-review").of("system/other"))
            .lie("findings were not counted", PROVED_NOTHING, CODE.without("high"))
            .lie("staging's certificate", SEEN_ELSEWHERE, scan("tls-scan").in("staging")),
        gate("observability", word("structured-logs"), answeredPage(), scan("metrics"))
            .fails("a page stayed open unanswered", FIGURES_SAY_NOT, unansweredPage())
            .stale(answeredPage(), 30)
            .stale(word("page-drill").ofRotation().value("minutesToAck", 15), 100, answeredPage())
            .lie("silence where nobody listens", NOT_HEARD, lost("page"))
            .lie(
                "the drill says no time",
                PROVED_NOTHING,
                word("page-drill").ofRotation(),
                nothing("page")),
        gate(
                "tests-and-pipeline",
                deploy(),
                scan("rollback-drill"),
                scan("branch-protection"),
                TESTS)
            .fails("somebody deployed by hand", SEEN_INSIDE, deploy().byHand())
            .fails("a test failed", RULE_BROKEN, TESTS.value("failed", 1))
            .stale(TESTS, 35)
            .stale(deploy(), 395)
            .lie("a report without tests", PROVED_NOTHING, TESTS.without("tests"))
            .caught("an empty report", RULE_BROKEN, TESTS.value("tests", 0))
            .lie("a pull request was tested", SEEN_ELSEWHERE, TESTS.onCommit("c7")),
        gate("performance-and-scale", scan("load-test"), slo("latency", 0.99))
            .fails("the load test failed", DID_NOT_SUCCEED, scan("load-test").failed())
            .stale(slo("latency", 0.99), 1)
            .stale(scan("api-latency"), 9, slo("latency", 0.99))
            .lie("an SLO on something else", FIGURES_LACK, slo("availability", 0.99))
            .lie("an SLO without samples", FIGURES_LACK, sloWithoutSamples())
            .lie("a person says it is fast", NOT_CONNECTED, word("api-latency"), nothing("slo")),
        gate(
                "data-integrity",
                backup(),
                RESTORE,
                scan("migration-rollback"),
                word("host-loss-drill"))
            .fails("a restore failed", DID_NOT_SUCCEED, RESTORE.ended(FAILED))
            .stale(RESTORE, 100)
            .stale(backup(), 1)
            .stale(word("host-loss-drill"), 190)
            .lie("the restore says no time", PROVED_NOTHING, restore())
            .lie("another dataset was restored", SEEN_ELSEWHERE, RESTORE.of("users-db"))
            .lie("the restore was not verified", PROVED_NOTHING, RESTORE.verified(NONE))
            .lie("a backup of a part", PROVED_NOTHING, backup().part()));
  }
}
