package dev.muster.core.gate;

import static dev.muster.core.gate.BackupEvidence.VerifiedBy.APPLICATION_BOOTED;
import static dev.muster.core.gate.BackupSaid.restore;
import static dev.muster.core.gate.DeploySaid.deploy;
import static dev.muster.core.gate.DeploySaid.deployTo;
import static dev.muster.core.gate.DeploySaid.rollback;
import static dev.muster.core.gate.FigureSaid.anotherWeek;
import static dev.muster.core.gate.FigureSaid.heardSinceNow;
import static dev.muster.core.gate.FigureSaid.lost;
import static dev.muster.core.gate.FigureSaid.openProposal;
import static dev.muster.core.gate.FigureSaid.proposal;
import static dev.muster.core.gate.FigureSaid.reviewClosed;
import static dev.muster.core.gate.FigureSaid.weeks;
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

import dev.muster.core.catalogue.Strategy;
import java.time.Duration;
import java.util.List;

/** The milestones, each with its proof. */
class MilestonesTest extends GateTable {

  private static final ScanSaid DIAGNOSIS =
      word("diagnosis-drill").ofRotation().value("minutesToAnswer", 10);
  private static final ScanSaid RULES =
      scan("alert-rules").value("pagingWithoutRunbook", 0).value("pagingOnCauses", 0);
  private static final ScanSaid ROTA =
      scan("on-call-rota")
          .ofRotation()
          .value("engineers", 4)
          .value("secondary", 1)
          .value("rotationDays", 7);
  private static final ScanSaid RUNBOOK =
      word("runbook-drill").ofRotation().value("runnerIsAuthor", 0);
  private static final ScanSaid CAPACITY =
      word("capacity-review")
          .ofSystem()
          .value("peakPerSecond30d", 380)
          .value("headroomPercent", 60)
          .value("minutesToScale", 5);
  private static final ScanSaid LIBRARIES =
      scan("dependency-scan").onBranch("main").value("criticalFixable", 0);
  private static final ScanSaid IMAGE =
      scan("image-scan").ofImage("sha256:1").value("criticalFixable", 0);
  private static final DeploySaid OF_IMAGE = deploy().image("sha256:1");
  private static final ScanSaid PENETRATION = word("penetration-test").ofSystem().withReport();
  private static final BackupSaid BOOTED =
      restore().verified(APPLICATION_BOOTED).took(Duration.ofHours(2)).losing(Duration.ofHours(24));
  private static final ScanSaid RECOVERY = scan("point-in-time-recovery").target("orders-db");
  private static final DeploySaid CANARY = deploy().by(Strategy.CANARY);
  private static final ScanSaid STOPS = scan("deploy-strategy-check").value("automaticRollback", 1);
  private static final ScanSaid BACK = scan("rollback-drill").value("seconds", 179);

  @Override
  String standard() {
    return "milestones";
  }

  @Override
  List<GateStory> stories() {
    return List.of(
        gate(
                "observability-first",
                word("structured-logs"),
                scan("golden-signals"),
                word("tracing"),
                DIAGNOSIS)
            .fails(
                "the drill took eleven minutes",
                RULE_BROKEN,
                DIAGNOSIS.value("minutesToAnswer", 11))
            .stale(scan("golden-signals"), 100)
            .lie("a person says signals are there", PERSONS_WORD_ONLY, word("golden-signals"))
            .lie("traces of staging", SEEN_ELSEWHERE, scan("tracing").in("staging")),
        gate("alert-discipline", RULES, proposal(Duration.ofDays(1)))
            .fails("a rule pages on a cause", RULE_BROKEN, RULES.value("pagingOnCauses", 1))
            .fails(
                "a proposal waited fourteen days",
                FIGURES_SAY_NOT,
                openProposal().before(Duration.ofDays(14)))
            .stale(RULES, 2)
            .lie("causes were not counted", PROVED_NOTHING, RULES.without("pagingOnCauses"))
            .lie("nobody listens to the alerts", NOT_HEARD, lost("proposals"))
            .lie("alerts are heard since today only", NOT_HEARD, heardSinceNow("proposals")),
        gate("on-call", ROTA, weeks(2, 3, 1, 2), reviewClosed())
            .fails("three people take turns", RULE_BROKEN, ROTA.value("engineers", 3))
            .fails("a week with nine pages ended", FIGURES_SAY_NOT, anotherWeek(9))
            .stale(ROTA, 9)
            .stale(reviewClosed(), 10)
            .lie("three weeks are known", FIGURES_LACK, weeks(0, 0, 0))
            .lie("weeks in which nobody listened", NOT_HEARD, weeks(0, 0, 0, 0), lost("heard"))
            .lie("the review was never closed", NOT_CONNECTED, nothing("review"))
            .lie("another rotation's rota", NEVER_SEEN, ROTA.of("rotation/other")),
        gate("runbooks", RUNBOOK)
            .fails("its author followed it", RULE_BROKEN, RUNBOOK.value("runnerIsAuthor", 1))
            .stale(RUNBOOK, 100)
            .lie("nobody says who followed it", PROVED_NOTHING, RUNBOOK.without("runnerIsAuthor"))
            .lie("another rotation's drill", NEVER_SEEN, RUNBOOK.of("rotation/other")),
        gate("capacity", CAPACITY)
            .fails("the review found too little", DID_NOT_SUCCEED, CAPACITY.failed())
            .stale(CAPACITY, 35)
            .lie(
                "nobody says how long it takes", PROVED_NOTHING, CAPACITY.without("minutesToScale"))
            .lie("another system's review", NEVER_SEEN, CAPACITY.of("system/other")),
        gate(
                "security-review",
                word("authentication-review"),
                word("authorization-review"),
                word("egress-review"),
                word("disclosure-inbox"),
                scan("secret-scan"),
                LIBRARIES,
                OF_IMAGE,
                IMAGE,
                word("encryption-at-rest"),
                word("audit-log-review"),
                scan("tls-scan"),
                PENETRATION)
            .fails(
                "the image that runs has a critical hole",
                RULE_BROKEN,
                IMAGE.value("criticalFixable", 1))
            .fails("a secret was found", DID_NOT_SUCCEED, scan("secret-scan").failed())
            .stale(scan("tls-scan"), 9)
            .stale(word("egress-review"), 190)
            .stale(PENETRATION, 395)
            .lie("an image that does not run", SEEN_ELSEWHERE, IMAGE.ofImage("sha256:2"))
            .lie(
                "a penetration test without its report",
                PROVED_NOTHING,
                word("penetration-test").ofSystem())
            .lie(
                "the whole system's review, where the service's is asked",
                NEVER_SEEN,
                word("egress-review").ofSystem()),
        gate("restore-tested", BOOTED, RECOVERY)
            .fails(
                "it took longer than promised",
                RULE_BROKEN,
                BOOTED.took(Duration.ofHours(2).plusSeconds(1)))
            .fails("it lost more than promised", RULE_BROKEN, BOOTED.losing(Duration.ofHours(25)))
            .stale(BOOTED, 100)
            .stale(RECOVERY, 100)
            .lie(
                "only checksums were compared",
                SEEN_ELSEWHERE,
                BOOTED.verified(BackupEvidence.VerifiedBy.CHECKSUM))
            .lie("another database was taken back", SEEN_ELSEWHERE, RECOVERY.target("users-db"))
            .lie(
                "the restore says no time",
                PROVED_NOTHING,
                restore().verified(APPLICATION_BOOTED).losing(Duration.ofHours(1))),
        gate("progressive-deploy", CANARY, STOPS, BACK)
            .fails(
                "the last one went everywhere at once", RULE_BROKEN, deploy().by(Strategy.RECREATE))
            .fails("going back took three minutes", RULE_BROKEN, BACK.value("seconds", 180))
            .stale(STOPS, 100)
            .stale(rollback().took(Duration.ofSeconds(170)), 100, BACK)
            .lie(
                "a canary in staging",
                SEEN_ELSEWHERE,
                deployTo("staging").by(Strategy.CANARY),
                nothing("deploy production"))
            .lie("nobody says how it was rolled out", PROVED_NOTHING, deploy())
            .lie("a drill without its seconds", PROVED_NOTHING, BACK.without("seconds")));
  }
}
