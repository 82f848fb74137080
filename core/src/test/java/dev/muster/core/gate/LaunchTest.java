package dev.muster.core.gate;

import static dev.muster.core.gate.BackupEvidence.Outcome.FAILED;
import static dev.muster.core.gate.BackupEvidence.Outcome.INCONCLUSIVE;
import static dev.muster.core.gate.BackupSaid.backup;
import static dev.muster.core.gate.BackupSaid.restore;
import static dev.muster.core.gate.DeploySaid.deploy;
import static dev.muster.core.gate.DeploySaid.deployTo;
import static dev.muster.core.gate.FigureSaid.answeredPage;
import static dev.muster.core.gate.FigureSaid.heardSinceNow;
import static dev.muster.core.gate.FigureSaid.silentSlo;
import static dev.muster.core.gate.FigureSaid.slo;
import static dev.muster.core.gate.FigureSaid.sloLoweredTo;
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
import static dev.muster.core.gate.Said.nothing;
import static dev.muster.core.gate.ScanSaid.scan;
import static dev.muster.core.gate.ScanSaid.word;

import java.time.Duration;
import java.util.List;

/** Twenty-five points before a launch. */
class LaunchTest extends GateTable {

  private static final ScanSaid SCALING = scan("autoscaling-test").value("horizontal", 1);
  private static final ScanSaid HEALTH = scan("health-check").in("prod").value("layers", 3);
  private static final ScanSaid ROTA =
      word("on-call-rota").ofRotation().value("secondary", 1).value("rotationDays", 7);
  private static final ScanSaid PENETRATION =
      word("penetration-test").ofSystem().withReport().value("thirdParty", 1).value("openHigh", 0);
  private static final ScanSaid AUDIT =
      word("audit-log-review").ofSystem().value("immutable", 1).value("retentionDays", 90);
  private static final ScanSaid LATENCY =
      scan("api-latency").in("production").value("p95Millis", 199);
  private static final ScanSaid PAINT = scan("first-paint").in("live").value("millis", 1999);
  private static final ScanSaid QUERIES = word("slow-query-review").value("unindexedOfTop5", 0);
  private static final ScanSaid BUNDLE =
      scan("bundle-size").onBranch("master").value("firstScriptBytes", 199_999);
  private static final ScanSaid FLAG =
      word("feature-flag-drill").ofSystem().value("secondsToKill", 12);
  private static final ScanSaid INVENTORY =
      word("runbook-inventory").ofSystem().value("incidentsCovered", 10);
  private static final ScanSaid RUNBOOK = word("runbook-drill").ofRotation().value("minutes", 5);
  private static final ScanSaid DELIVERY = scan("page-delivery").ofRotation();

  @Override
  String standard() {
    return "launch-25";
  }

  @Override
  List<GateStory> stories() {
    return List.of(
        gate("slos-published", slo("availability", 0.9))
            .stale(slo("availability", 0.9), 1)
            .fails("its target was lowered", FIGURES_SAY_NOT, sloLoweredTo(0.5))
            .caught("a target that promises nothing", FIGURES_SAY_NOT, slo("availability", 0.5))
            .lie("an SLO without samples", FIGURES_LACK, sloWithoutSamples()),
        gate("autoscaling", SCALING)
            .fails("no machine came", RULE_BROKEN, SCALING.value("horizontal", 0))
            .stale(SCALING, 100)
            .lie("a person says machines come", PERSONS_WORD_ONLY, SCALING.byPerson())
            .lie(
                "only machines that grow",
                PROVED_NOTHING,
                scan("autoscaling-test").value("vertical", 1)),
        gate("health-checks", HEALTH)
            .fails("two layers are asked", RULE_BROKEN, HEALTH.value("layers", 2))
            .stale(HEALTH, 1)
            .lie("staging is well", SEEN_ELSEWHERE, HEALTH.in("staging"))
            .lie("a person says it is well", PERSONS_WORD_ONLY, HEALTH.byPerson()),
        gate("idempotent-retries", scan("idempotency-test"))
            .fails("twice acted twice", DID_NOT_SUCCEED, scan("idempotency-test").failed())
            .stale(scan("idempotency-test"), 100)
            .lie("a person says so", PERSONS_WORD_ONLY, word("idempotency-test"))
            .lie(
                "a feature branch was tested",
                SEEN_ELSEWHERE,
                scan("idempotency-test").onBranch("retry")),
        gate("restore-drill", backup(), restore())
            .fails("a restore failed", DID_NOT_SUCCEED, restore().ended(FAILED))
            .stale(restore(), 100)
            .stale(backup(), 1)
            .lie("a dry run", PROVED_NOTHING, restore().ended(INCONCLUSIVE))
            .lie("another dataset was restored", SEEN_ELSEWHERE, restore().of("users-db")),
        gate("structured-logs", word("structured-logs"))
            .fails("a line is prose", DID_NOT_SUCCEED, scan("structured-logs").failed())
            .stale(word("structured-logs"), 100)
            .lie("staging's logs", SEEN_ELSEWHERE, scan("structured-logs").in("staging"))
            .lie("a dry run", PROVED_NOTHING, scan("structured-logs").inconclusive()),
        gate("metrics", scan("metrics"))
            .fails("durations are gone", DID_NOT_SUCCEED, scan("metrics").partial())
            .stale(scan("metrics"), 100)
            .lie("a person says they are there", PERSONS_WORD_ONLY, word("metrics")),
        gate("traces", word("tracing"))
            .fails("a trace breaks off", DID_NOT_SUCCEED, word("tracing").failed())
            .stale(word("tracing"), 100)
            .lie(
                "a word dated back by fifteen days",
                PROVED_NOTHING,
                word("tracing").toldAfter(Duration.ofDays(15)).before(Duration.ofDays(15))),
        gate("burn-rate-alerting", slo("availability", 0.99), DELIVERY)
            .fails("another SLO pages nobody", FIGURES_SAY_NOT, silentSlo())
            .fails("the test page did not arrive", DID_NOT_SUCCEED, DELIVERY.failed())
            .stale(DELIVERY, 100)
            .stale(slo("availability", 0.99), 1)
            .lie("the service has no SLO", NOT_CONNECTED, nothing("slo"))
            .lie("a person says pages arrive", PERSONS_WORD_ONLY, DELIVERY.byPerson())
            .lie("another rotation's receiver", NEVER_SEEN, DELIVERY.of("rotation/other")),
        gate("on-call-rota", ROTA, answeredPage())
            .fails("nobody is second", RULE_BROKEN, ROTA.value("secondary", 0))
            .fails("a page stayed open unanswered", FIGURES_SAY_NOT, unansweredPage())
            .stale(ROTA, 9)
            .stale(answeredPage(), 30)
            .lie("alerts are heard since today only", NOT_HEARD, heardSinceNow("page"))
            .lie("turns of unknown length", PROVED_NOTHING, ROTA.without("rotationDays")),
        gate("auth-rbac", word("authentication-review").ofSystem(), word("authorization-review"))
            .fails(
                "an endpoint let a stranger in",
                DID_NOT_SUCCEED,
                scan("authorization-review").failed())
            .stale(word("authorization-review"), 190)
            .lie(
                "another system's review",
                NEVER_SEEN,
                word("authentication-review").of("system/other"))
            .lie(
                "authorization reviewed for the system only",
                NEVER_SEEN,
                word("authorization-review").ofSystem()),
        gate("secrets", scan("secret-scan"), word("secrets-manager-review").ofSystem())
            .fails("a secret was found", DID_NOT_SUCCEED, scan("secret-scan").failed())
            .stale(scan("secret-scan"), 9)
            .lie("a person says there is none", PERSONS_WORD_ONLY, word("secret-scan"))
            .lie(
                "a feature branch was scanned",
                SEEN_ELSEWHERE,
                scan("secret-scan").onBranch("feature/x")),
        gate("encryption", scan("tls-scan"), word("encryption-at-rest"))
            .fails("an old protocol is offered", DID_NOT_SUCCEED, scan("tls-scan").failed())
            .stale(scan("tls-scan"), 9)
            .stale(word("encryption-at-rest"), 100)
            .lie("the scanner broke", PROVED_NOTHING, scan("tls-scan").error())
            .lie("staging's certificate", SEEN_ELSEWHERE, scan("tls-scan").in("staging")),
        gate("penetration-test", PENETRATION)
            .fails("a serious finding is open", RULE_BROKEN, PENETRATION.value("openHigh", 1))
            .stale(PENETRATION, 395)
            .caught("their own people did it", RULE_BROKEN, PENETRATION.value("thirdParty", 0))
            .lie("there is no report", PROVED_NOTHING, PENETRATION.withoutReport())
            .lie(
                "a machine without a report",
                PROVED_NOTHING,
                PENETRATION.withoutReport().byMachine())
            .lie("another system's test", NEVER_SEEN, PENETRATION.of("system/other")),
        gate("audit-logs", AUDIT)
            .fails("entries can be removed", RULE_BROKEN, AUDIT.value("immutable", 0))
            .fails("entries are kept 89 days", RULE_BROKEN, AUDIT.value("retentionDays", 89))
            .stale(AUDIT, 100)
            .lie(
                "nobody says how long they are kept",
                PROVED_NOTHING,
                AUDIT.without("retentionDays")),
        gate("latency-budget", LATENCY, PAINT)
            .fails("answers take 200 ms", RULE_BROKEN, LATENCY.value("p95Millis", 200))
            .stale(LATENCY, 2)
            .stale(PAINT, 35)
            .lie("staging is fast", SEEN_ELSEWHERE, LATENCY.in("staging"))
            .lie("a person says it is fast", PERSONS_WORD_ONLY, PAINT.byPerson()),
        gate("cdn", scan("cdn-check"))
            .fails("a script comes from home", DID_NOT_SUCCEED, scan("cdn-check").failed())
            .stale(scan("cdn-check"), 9)
            .lie("a person says so", PERSONS_WORD_ONLY, word("cdn-check"))
            .lie("staging's", SEEN_ELSEWHERE, scan("cdn-check").in("staging")),
        gate("caching", word("caching-review"))
            .fails(
                "an answer for one was kept for another",
                DID_NOT_SUCCEED,
                word("caching-review").failed())
            .stale(word("caching-review"), 190)
            .lie("a review of the system only", NEVER_SEEN, word("caching-review").ofSystem()),
        gate("indexes", QUERIES)
            .fails("one reads the whole table", RULE_BROKEN, QUERIES.value("unindexedOfTop5", 1))
            .stale(QUERIES, 35)
            .lie("they were not counted", PROVED_NOTHING, QUERIES.without("unindexedOfTop5")),
        gate("bundle-budget", BUNDLE)
            .fails(
                "it grew to 200,000 bytes", RULE_BROKEN, BUNDLE.value("firstScriptBytes", 200_000))
            .stale(BUNDLE, 35)
            .lie("a feature branch was measured", SEEN_ELSEWHERE, BUNDLE.onBranch("feature/x")),
        gate(
                "ci-cd",
                scan("branch-protection"),
                scan("tests"),
                deployTo("staging").before(Duration.ofHours(2)),
                deploy())
            .fails("what went live was never in staging", RULE_BROKEN, deploy().commit("c2"))
            .fails("the tests fail", DID_NOT_SUCCEED, scan("tests").failed())
            .stale(scan("tests"), 35)
            .stale(scan("branch-protection"), 9)
            .caught(
                "staging came after production",
                RULE_BROKEN,
                deployTo("staging").before(Duration.ofMinutes(-1)))
            .caught(
                "staging refused it",
                RULE_BROKEN,
                deployTo("staging").ended(DeployEvidence.Outcome.FAILED))
            .lie("only staging was deployed to", SEEN_ELSEWHERE, nothing("deploy production")),
        gate("infrastructure-as-code", scan("iac-drift").ofSystem())
            .fails(
                "what runs is not what is written",
                DID_NOT_SUCCEED,
                scan("iac-drift").ofSystem().failed())
            .stale(scan("iac-drift").ofSystem(), 9)
            .lie("a person says so", PERSONS_WORD_ONLY, word("iac-drift").ofSystem())
            .lie("another system's stack", NEVER_SEEN, scan("iac-drift").of("system/other")),
        gate("feature-flags", FLAG)
            .fails("it could not be turned off", DID_NOT_SUCCEED, FLAG.failed())
            .stale(FLAG, 100)
            .lie("the drill says no time", PROVED_NOTHING, FLAG.without("secondsToKill")),
        gate("runbooks", INVENTORY, RUNBOOK)
            .fails("nine kinds are covered", RULE_BROKEN, INVENTORY.value("incidentsCovered", 9))
            .fails("it took six minutes", RULE_BROKEN, RUNBOOK.value("minutes", 6))
            .stale(INVENTORY, 190)
            .stale(RUNBOOK, 100)
            .lie(
                "failures counted, not incidents",
                PROVED_NOTHING,
                word("runbook-inventory").ofSystem().value("failuresCovered", 30))
            .lie("another rotation's drill", NEVER_SEEN, RUNBOOK.of("rotation/other")),
        gate("status-page", scan("status-page-probe").ofSystem())
            .fails(
                "the page is gone", DID_NOT_SUCCEED, scan("status-page-probe").ofSystem().failed())
            .stale(scan("status-page-probe").ofSystem(), 1)
            .lie(
                "a person says it is there",
                PERSONS_WORD_ONLY,
                word("status-page-probe").ofSystem())
            .lie("the probe broke", PROVED_NOTHING, scan("status-page-probe").ofSystem().error()));
  }
}
