package dev.muster.core.gate;

import static dev.muster.core.gate.BackupEvidence.Outcome.FAILED;
import static dev.muster.core.gate.BackupEvidence.Outcome.INCONCLUSIVE;
import static dev.muster.core.gate.BackupEvidence.Outcome.PARTIAL;
import static dev.muster.core.gate.BackupSaid.backup;
import static dev.muster.core.gate.BackupSaid.restore;
import static dev.muster.core.gate.DeploySaid.deploy;
import static dev.muster.core.gate.DeploySaid.deployTo;
import static dev.muster.core.gate.DeploySaid.rollback;
import static dev.muster.core.gate.DeploySaid.rollbackIn;
import static dev.muster.core.gate.FigureSaid.answeredPage;
import static dev.muster.core.gate.FigureSaid.heard;
import static dev.muster.core.gate.FigureSaid.heardSinceNow;
import static dev.muster.core.gate.FigureSaid.lost;
import static dev.muster.core.gate.FigureSaid.unansweredPage;
import static dev.muster.core.gate.GateStory.gate;
import static dev.muster.core.gate.Reason.Code.DID_NOT_SUCCEED;
import static dev.muster.core.gate.Reason.Code.FIGURES_LACK;
import static dev.muster.core.gate.Reason.Code.FIGURES_SAY_NOT;
import static dev.muster.core.gate.Reason.Code.NEVER_SEEN;
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

/** The bar before the board hears "done". */
class SevenGatesTest extends GateTable {
  private static final ScanSaid DIAGNOSIS =
      word("diagnosis-drill").ofRotation().value("minutesToAnswer", 4);
  private static final ScanSaid TIMEOUTS =
      word("dependency-timeouts")
          .value("withoutTimeout", 0)
          .value("withoutRetryPolicy", 0)
          .value("withoutFailureBehaviour", 0);
  private static final ScanSaid LINT =
      scan("error-lint").onBranch("main").value("silentCatches", 0).value("unhandledRejections", 0);
  private static final ScanSaid PROTECTION =
      scan("branch-protection").onBranch("refs/heads/main").value("requiredChecks", 1);
  private static final ScanSaid DRILL = scan("rollback-drill").in("prod-eu").value("commands", 1);
  private static final ScanSaid LIBRARIES =
      scan("dependency-scan").onBranch("main").value("criticalFixable", 0);
  private static final ScanSaid LOAD = scan("load-test").in("production").value("peakRatio", 1);
  private static final ScanSaid ROTA = scan("on-call-rota").ofRotation().value("primary", 1);
  private static final ScanSaid RUNBOOKS = word("runbook-inventory").value("failuresCovered", 3);
  private static final ScanSaid RULES = scan("alert-rules").value("pagingWithoutRunbook", 0);

  @Override
  String standard() {
    return "seven-gates";
  }

  @Override
  List<GateStory> stories() {
    return List.of(
        gate("observability", word("structured-logs"), scan("metrics"), scan("tracing"), DIAGNOSIS)
            .fails(
                "the drill took five minutes", RULE_BROKEN, DIAGNOSIS.value("minutesToAnswer", 5))
            .stale(DIAGNOSIS, 100)
            .stale(scan("metrics"), 100)
            .lie("a person says there are metrics", PERSONS_WORD_ONLY, word("metrics"))
            .lie("another rotation's drill", NEVER_SEEN, DIAGNOSIS.of("rotation/other"))
            .lie("the drill says no time", PROVED_NOTHING, DIAGNOSIS.without("minutesToAnswer"))
            .lie("staging's logs", SEEN_ELSEWHERE, scan("structured-logs").in("staging")),
        gate("error-handling", TIMEOUTS, scan("fault-injection"), LINT)
            .fails("a call has no timeout", RULE_BROKEN, TIMEOUTS.value("withoutTimeout", 1))
            .fails("the lint broke off half-way", DID_NOT_SUCCEED, LINT.partial())
            .stale(TIMEOUTS, 190)
            .stale(LINT, 35)
            .lie("retries were not counted", PROVED_NOTHING, TIMEOUTS.without("withoutRetryPolicy"))
            .lie("a feature branch was linted", SEEN_ELSEWHERE, LINT.onBranch("feature/x"))
            .lie("a person says faults were injected", PERSONS_WORD_ONLY, word("fault-injection")),
        gate("deploy-and-rollback", deploy(), DRILL, PROTECTION)
            .fails("somebody deployed by hand", SEEN_INSIDE, deploy().byHand())
            .fails(
                "somebody began to, by hand",
                SEEN_INSIDE,
                deploy().byHand().ended(DeployEvidence.Outcome.STARTED))
            .fails("it took two commands", RULE_BROKEN, DRILL.value("commands", 2))
            .stale(PROTECTION, 9)
            .stale(DRILL, 100)
            .stale(rollback(), 100, DRILL)
            .lie(
                "only staging was deployed to",
                SEEN_ELSEWHERE,
                deployTo("staging"),
                nothing("deploy production"))
            .lie(
                "a rollback in staging",
                NEVER_SEEN,
                rollbackIn("staging"),
                nothing("rollback-drill"))
            .caught(
                "a deployment by hand a hundred days ago, less a second",
                SEEN_INSIDE,
                deploy().byHand().before(Duration.ofDays(100).minusSeconds(61)),
                deploy())
            .lie("a person says the branch is protected", PERSONS_WORD_ONLY, PROTECTION.byPerson()),
        gate(
                "security-baseline",
                scan("secret-scan"),
                word("secrets-manager-review").ofSystem(),
                LIBRARIES,
                word("authorization-review"),
                word("iam-review").ofOrg())
            .fails("a secret was found", DID_NOT_SUCCEED, scan("secret-scan").failed())
            .fails(
                "a critical hole can be mended", RULE_BROKEN, LIBRARIES.value("criticalFixable", 1))
            .stale(scan("secret-scan"), 9)
            .stale(word("iam-review").ofOrg(), 100)
            .stale(word("secrets-manager-review").ofSystem(), 190)
            .lie(
                "another system's review",
                NEVER_SEEN,
                word("secrets-manager-review").of("system/other"))
            .lie("a commit that never ran was scanned", SEEN_ELSEWHERE, LIBRARIES.onCommit("c9"))
            .lie("the scanner broke", PROVED_NOTHING, scan("secret-scan").error())
            .lie(
                "the word is dated back by fifteen days",
                PROVED_NOTHING,
                word("authorization-review")
                    .toldAfter(Duration.ofDays(15))
                    .before(Duration.ofDays(15))),
        gate(
                "data-safety",
                backup(),
                restore(),
                scan("migration-rollback"),
                word("destructive-guardrail"))
            .fails("a restore failed", DID_NOT_SUCCEED, restore().ended(FAILED))
            .fails("a restore came back in part", DID_NOT_SUCCEED, restore().ended(PARTIAL))
            .stale(restore(), 60)
            .stale(backup(), 1)
            .stale(scan("migration-rollback"), 100)
            .lie("another dataset was restored", SEEN_ELSEWHERE, restore().of("users-db"))
            .lie(
                "the restore was not verified",
                PROVED_NOTHING,
                restore().verified(BackupEvidence.VerifiedBy.NONE))
            .lie("one file was restored", PROVED_NOTHING, restore().part())
            .lie("a dry run", PROVED_NOTHING, restore().ended(INCONCLUSIVE))
            .lie("there are backups only", NEVER_SEEN, nothing("RESTORE")),
        gate("load", LOAD, word("autoscaling-test"))
            .fails("half the peak was borne", RULE_BROKEN, LOAD.value("peakRatio", 0.5))
            .stale(LOAD, 100)
            .stale(word("autoscaling-test"), 100)
            .stale(word("capacity-review").ofSystem(), 35, word("autoscaling-test"))
            .lie("it was tried in staging", SEEN_ELSEWHERE, LOAD.in("staging"))
            .lie("nobody says which peak", PROVED_NOTHING, LOAD.without("peakRatio"))
            .lie("a person says it bears it", PERSONS_WORD_ONLY, LOAD.byPerson()),
        gate("on-call-and-runbooks", ROTA, answeredPage(), RUNBOOKS, RULES)
            .fails("a page stayed open unanswered", FIGURES_SAY_NOT, unansweredPage())
            .fails("nobody is on call", RULE_BROKEN, ROTA.value("primary", 0))
            .stale(ROTA, 9)
            .stale(answeredPage(), 30)
            .stale(RULES, 2)
            .lie("another rotation's rota", NEVER_SEEN, ROTA.of("rotation/other"))
            .lie("no page was ever answered", FIGURES_LACK, heard(), nothing("page"))
            .lie("nobody listens to the alerts any more", NOT_HEARD, lost("page"))
            .lie("alerts are heard since today only", NOT_HEARD, heardSinceNow("page"))
            .caught(
                "the drill took twenty minutes",
                RULE_BROKEN,
                scan("page-drill").ofRotation().value("minutesToAck", 20),
                nothing("page"),
                heard()));
  }
}
