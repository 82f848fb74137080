package dev.muster.sink;

import dev.muster.core.catalogue.Check;
import dev.muster.core.catalogue.Gate;
import dev.muster.core.catalogue.Lifecycle;
import dev.muster.core.catalogue.PublicPage;
import dev.muster.core.catalogue.Requirement;
import dev.muster.core.catalogue.Service;
import dev.muster.core.catalogue.Standard;
import dev.muster.core.catalogue.StandardUse;
import dev.muster.core.catalogue.yaml.CatalogueCodec;
import dev.muster.schemas.fact.DeployOutcome;
import dev.muster.schemas.fact.DeployTrigger;
import dev.muster.schemas.fact.Proof;
import dev.muster.schemas.fact.Waiver;
import dev.muster.schemas.fact.WaiverState;
import dev.muster.schemas.judgement.DeployScore;
import dev.muster.schemas.judgement.EntryScore;
import dev.muster.schemas.judgement.EvidenceType;
import dev.muster.schemas.judgement.Fraction;
import dev.muster.schemas.judgement.GateScore;
import dev.muster.schemas.judgement.GateStatus;
import dev.muster.schemas.judgement.ScoreChange;
import dev.muster.schemas.judgement.Scorecard;
import dev.muster.schemas.judgement.StandardScore;
import dev.muster.schemas.judgement.Verdict;
import dev.muster.schemas.record.CatalogEntry;
import dev.muster.schemas.record.CatalogKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Scorecards and a catalogue to test with; every status is in it. */
public final class Samples {
  /** A check that a person answers, for the whole system. */
  public static final Check REVIEW =
      new Check(
          "authentication-review",
          "Was the log-in of the system reviewed?",
          Map.of("openHigh", "count"),
          Check.Proof.PERSON,
          Requirement.Scope.SYSTEM,
          false,
          List.of("Sessions expire.", "Passwords are hashed."),
          List.of(),
          "muster attest \"$SERVICE\" authentication-review");

  public static final Instant NOW = Instant.parse("2026-11-21T14:02:10Z");

  private static final List<String> SEVEN =
      List.of(
          "observability",
          "error-handling",
          "deploy-and-rollback",
          "security-baseline",
          "data-safety",
          "load",
          "on-call-and-runbooks");
  private static final List<String> MILESTONES =
      List.of(
          "observability-first",
          "alert-discipline",
          "on-call",
          "runbooks",
          "capacity",
          "security-review",
          "restore-tested",
          "progressive-deploy");
  private static final List<String> LAUNCH =
      List.of(
          "slos-published",
          "autoscaling",
          "health-checks",
          "idempotent-retries",
          "restore-drill",
          "structured-logs",
          "metrics",
          "traces",
          "burn-rate-alerting",
          "on-call-rota",
          "auth-rbac",
          "secrets",
          "encryption",
          "penetration-test",
          "audit-logs",
          "latency-budget",
          "cdn",
          "caching",
          "indexes",
          "bundle-budget",
          "ci-cd",
          "infrastructure-as-code",
          "feature-flags",
          "runbooks",
          "status-page");

  private Samples() {}

  /**
   * Letters: P pass, e expiring, F fail, S stale, m never seen, n proved nothing, c cannot judge, w
   * waived, - not applicable.
   */
  public static StandardScore score(String id, List<String> gates, String statuses) {
    List<GateScore> scores =
        IntStream.range(0, gates.size())
            .mapToObj(i -> gate(gates.get(i), statuses.charAt(i % statuses.length()), i))
            .toList();
    int passed = count(scores, GateStatus.PASS) + count(scores, GateStatus.EXPIRING);
    int waived = count(scores, GateStatus.WAIVED);
    int apply = scores.size() - count(scores, GateStatus.NOT_APPLICABLE);
    Verdict verdict =
        statuses.chars().allMatch(c -> c == 'm' || c == '-')
            ? Verdict.NOT_CONNECTED
            : passed == apply
                ? Verdict.READY
                : passed + waived == apply ? Verdict.READY_WITH_WAIVERS : Verdict.NOT_READY;
    return StandardScore.newBuilder()
        .setStandard(id)
        .setLevel(id.equals("six-pillars") ? "first-release" : "full")
        .setDefinition("d0c5")
        .setVerdict(verdict)
        .setApply(apply)
        .setPassed(passed)
        .setWaived(waived)
        .setOnPersonsWord(Math.min(1, passed))
        .setGates(scores)
        .build();
  }

  private static int count(List<GateScore> scores, GateStatus status) {
    return (int) scores.stream().filter(gate -> gate.getEffective() == status).count();
  }

  public static GateScore gate(String id, char status, int seed) {
    GateScore.Builder gate =
        GateScore.newBuilder()
            .setGate(id)
            .setSince(NOW.minus(Duration.ofHours(7L + 31L * seed)))
            .setProof(Proof.UNKNOWN);
    String time = NOW.minus(Duration.ofDays(8L + seed)).toString();
    String check = "structured-logs";
    return switch (status) {
      case 'P' -> proven(gate, GateStatus.PASS, NOW.plus(Duration.ofDays(54L - seed)), time, check);
      case 'e' -> proven(gate, GateStatus.EXPIRING, NOW.plus(Duration.ofDays(6)), time, check);
      case 'F' ->
          unproven(gate, GateStatus.FAIL)
              .setReason("DID_NOT_SUCCEED")
              .setReasonValues(Map.of("what", "fault-injection", "time", time, "outcome", "FAILED"))
              .setEvidenceId("ci-4711")
              .setEntries(List.of(entry(GateStatus.FAIL, "fault-injection", null)))
              .build();
      case 'S' ->
          unproven(gate, GateStatus.STALE)
              .setReason("TOO_OLD")
              .setReasonValues(
                  Map.of(
                      "what",
                      "RESTORE",
                      "part",
                      "orders-db",
                      "time",
                      time,
                      "limit",
                      "PT1440H",
                      "expires",
                      NOW.minus(Duration.ofDays(3)).toString()))
              .setEvidenceId("restic-restore-20260919")
              .setEntries(List.of(entry(GateStatus.STALE, "RESTORE", "orders-db")))
              .build();
      case 'n' ->
          unproven(gate, GateStatus.MISSING)
              .setReason("PROVED_NOTHING")
              .setReasonValues(Map.of("what", "load-test", "time", time, "outcome", "INCONCLUSIVE"))
              .setEvidenceId("k6-88")
              .setEntries(List.of(entry(GateStatus.MISSING, "load-test", "api.shop.example")))
              .build();
      case 'c' ->
          unproven(gate, GateStatus.CANNOT_JUDGE)
              .setReason("RULE_FAILED")
              .setReasonValues(Map.of("must", "values.minutes < 5", "why", "no such key"))
              .build();
      case 'w' ->
          unproven(gate, GateStatus.FAIL)
              .setEffective(GateStatus.WAIVED)
              .setWaiverId("W-12")
              .setWaiverExpires(NOW.plus(Duration.ofDays(40)))
              .setReason("RULE_BROKEN")
              .setReasonValues(
                  Map.of("what", "dependency-scan", "time", time, "must", "criticalFixable = 0"))
              .setEvidenceId("trivy-77")
              .build();
      case '-' ->
          unproven(gate, GateStatus.NOT_APPLICABLE)
              .setReason("OTHER_TRAITS")
              .setReasonValues(Map.of("traits", "public"))
              .build();
      default ->
          unproven(gate, GateStatus.MISSING)
              .setReason("NEVER_SEEN")
              .setReasonValues(Map.of("what", "capacity-review"))
              .setEntries(List.of(entry(GateStatus.MISSING, "capacity-review", null)))
              .build();
    };
  }

  private static GateScore proven(
      GateScore.Builder gate, GateStatus status, Instant expires, String time, String check) {
    return gate.setRaw(status)
        .setEffective(status)
        .setExpires(expires)
        .setReason("PROVEN")
        .setReasonValues(Map.of("what", check, "time", time, "expires", expires.toString()))
        .setEvidenceId("gh-run-19384")
        .setProof(Proof.MACHINE)
        .build();
  }

  private static GateScore.Builder unproven(GateScore.Builder gate, GateStatus status) {
    return gate.setRaw(status).setEffective(status);
  }

  /** A gate that holds on Anna's word, for so long yet. */
  public static GateScore onAWord(String id, Duration left) {
    Instant end = NOW.plus(left);
    boolean over = left.isNegative();
    GateStatus status = over ? GateStatus.STALE : GateStatus.EXPIRING;
    Map<String, String> said =
        Map.of(
            "what",
            REVIEW.id(),
            "by",
            "anna@shop.example",
            "time",
            end.minus(Duration.ofDays(90)).toString(),
            "limit",
            "PT2160H",
            "expires",
            end.toString());
    EntryScore entry =
        EntryScore.newBuilder()
            .setType(EvidenceType.SCAN)
            .setName(REVIEW.id())
            .setStatus(status)
            .setReason(over ? "TOO_OLD" : "PROVEN")
            .setReasonValues(said)
            .setExpires(end)
            .build();
    return GateScore.newBuilder(gate(id, over ? 'S' : 'e', 0))
        .setProof(over ? Proof.UNKNOWN : Proof.PERSON)
        .setReason(entry.getReason())
        .setReasonValues(said)
        .setExpires(end)
        .setEvidenceId("attest-9")
        .setEntries(List.of(entry))
        .build();
  }

  /** One step of a waiver that Bert asks for. */
  public static Waiver step(
      String waiver, String service, String gate, WaiverState state, Duration left) {
    boolean asks = state == WaiverState.PROPOSED;
    String by = asks ? "bert@shop.example" : "anna@shop.example";
    return Waiver.newBuilder()
        .setId(waiver + '-' + state)
        .setSource("muster/people")
        .setService(service)
        .setTime(NOW.minus(Duration.ofDays(asks ? 5 : 4)))
        .setWaiverId(waiver)
        .setStandard("seven-gates")
        .setGate(gate)
        .setState(state)
        .setReason("The scanner's finding is in a library that has no newer version yet.")
        .setRisk("A request of 40 MB may bring one of six instances down for a minute.")
        .setCompensatingAction("The gateway refuses bodies above 1 MB; the on-call watches it.")
        .setRequestedBy("bert@shop.example")
        .setApprovedBy(state == WaiverState.APPROVED ? by : null)
        .setBy(by)
        .setStarts(NOW.minus(Duration.ofDays(5)))
        .setExpires(NOW.plus(left))
        .build();
  }

  /** Waiting, in force, ending soon, and over. */
  public static List<Waiver> waivers() {
    Duration month = Duration.ofDays(30);
    Duration soon = Duration.ofDays(9);
    Duration forty = Duration.ofDays(40);
    return List.of(
        step("W-12", "orders", "security-baseline", WaiverState.PROPOSED, forty),
        step("W-12", "orders", "security-baseline", WaiverState.APPROVED, forty),
        step("W-13", "search", "deploy-and-rollback", WaiverState.PROPOSED, soon),
        step("W-13", "search", "deploy-and-rollback", WaiverState.APPROVED, soon),
        step("W-14", "orders", "load", WaiverState.PROPOSED, month),
        step("W-15", "orders", "data-safety", WaiverState.PROPOSED, month),
        step("W-15", "orders", "data-safety", WaiverState.REJECTED, month),
        step("W-16", "payments", "load", WaiverState.PROPOSED, month),
        step("W-16", "payments", "load", WaiverState.APPROVED, month));
  }

  private static EntryScore entry(GateStatus status, String name, @Nullable String target) {
    boolean backup = name.equals("RESTORE");
    return EntryScore.newBuilder()
        .setType(backup ? EvidenceType.BACKUP : EvidenceType.SCAN)
        .setName(name)
        .setTarget(target)
        .setStatus(status)
        .setReason("NEVER_SEEN")
        .setReasonValues(Map.of("what", name))
        .build();
  }

  public static Scorecard card(String service, String owner, int tier, StandardScore... scores) {
    return Scorecard.newBuilder()
        .setService(service)
        .setOwner(owner)
        .setSystem(tier == 1 ? "shop" : null)
        .setTier(tier)
        .setLifecycle(dev.muster.schemas.judgement.Lifecycle.PRODUCTION)
        .setTraits(List.of("public", "data", "calls-out"))
        .setRotation("checkout")
        .setClock(NOW.minusSeconds(20))
        .setSpoken(NOW.minusSeconds(20))
        .setDefinition("5e4f")
        .setStandards(List.of(scores))
        .setChanges(
            List.of(
                change("gate/seven-gates/data-safety", "PASS", "STALE", 3),
                change("standard/seven-gates", "READY", "NOT_READY", 3),
                change("gate/seven-gates/load", "MISSING", "PASS", 40)))
        .setLastDeploys(
            List.of(
                deploy("2026.11.21-3", DeployOutcome.SUCCEEDED, DeployTrigger.PIPELINE, 2),
                deploy("2026.11.20-1", DeployOutcome.ROLLED_BACK, DeployTrigger.MANUAL, 27)))
        .setChangeFailuresInferred(1)
        .setChangeFailureRate(Fraction.newBuilder().setNumerator(2).setDenominator(31).build())
        .setRecoveryTimeMillis(
            Fraction.newBuilder().setNumerator(2_460_000).setDenominator(2).build())
        .build();
  }

  public static ScoreChange change(
      String what, @Nullable String from, @Nullable String to, int hoursAgo) {
    return ScoreChange.newBuilder()
        .setWhat(what)
        .setFrom(from)
        .setTo(to)
        .setAt(NOW.minus(Duration.ofHours(hoursAgo)))
        .build();
  }

  private static DeployScore deploy(
      String version, DeployOutcome outcome, DeployTrigger trigger, int hoursAgo) {
    return DeployScore.newBuilder()
        .setEnvironment("prod-eu")
        .setVersion(version)
        .setOutcome(outcome)
        .setTrigger(trigger)
        .setAt(NOW.minus(Duration.ofHours(hoursAgo)))
        .build();
  }

  /** {@code orders}: at least one gate of every status. */
  public static Scorecard orders() {
    Scorecard card =
        card(
            "orders",
            "team-checkout",
            1,
            score("seven-gates", SEVEN, "PeFwSnm"),
            score("milestones", MILESTONES, "PPecmF-P"),
            score("launch-25", LAUNCH, "PPPPePPPPPPPwPPPPPPPPFPPP"));
    List<ScoreChange> changes = new ArrayList<>(card.getChanges());
    changes.add(0, change("slo/checkout", "MEETING", "AT_RISK", 3));
    changes.add(0, change("alert/checkout", null, "PAGE", 4));
    return Scorecard.newBuilder(card)
        .setSlos(SampleSlos.scores())
        .setNoise(SampleSlos.week())
        .setChanges(changes)
        .build();
  }

  public static List<Scorecard> cards() {
    StandardScore upcoming =
        StandardScore.newBuilder(score("six-pillars", MILESTONES.subList(0, 6), "PPmPPF"))
            .setUpcomingFrom(LocalDate.of(2026, 12, 1))
            .build();
    return List.of(
        orders(),
        card("payments", "team-money", 1, score("seven-gates", SEVEN, "PPPPPPP"), upcoming),
        card("catalog", "team-shop", 2, score("seven-gates", SEVEN, "PPPPeP-")),
        card("search", "team-shop", 2, score("seven-gates", SEVEN, "PPwPPPP")),
        card("mailer", "team-growth", 3, score("milestones", MILESTONES, "PPPPSmmF")),
        card("pricing", "team-money", 2, score("seven-gates", SEVEN, "PcPPPPP")),
        card("reports", "team-data", 4, score("seven-gates", SEVEN, "mmmmmmm")));
  }

  public static List<CatalogEntry> catalogue() {
    return Stream.concat(
            Stream.of(
                standard("seven-gates", "Seven gates", false, SEVEN),
                standard("milestones", "Milestones", true, MILESTONES),
                entry(CatalogKind.CHECKS, "checks", CatalogueCodec.writeChecks(checks()))),
            Stream.of(
                    service(
                        "orders",
                        "team-checkout",
                        new PublicPage("Checkout", "Shop", List.of(), PublicPage.Publish.MANUAL)),
                    service(
                        "payments",
                        "team-money",
                        new PublicPage("Payments", "Shop", List.of(), PublicPage.Publish.APPROVE)),
                    service(
                        "search",
                        "team-shop",
                        new PublicPage("Search", null, List.of(), PublicPage.Publish.MANUAL)),
                    service("warehouse", "team-data", null))
                .map(s -> entry(CatalogKind.SERVICE, s.name(), CatalogueCodec.write(s))))
        .toList();
  }

  public static CatalogEntry entry(CatalogKind kind, String id, String document) {
    return CatalogEntry.newBuilder()
        .setKind(kind)
        .setId(id)
        .setHash(CatalogueCodec.hash(document))
        .setDocument(document)
        .setAppliedBy("anna@shop.example")
        .setTime(NOW.minus(Duration.ofDays(2)))
        .build();
  }

  public static Service service(String name, String owner, @Nullable PublicPage page) {
    return new Service(
        name,
        "keeps the ledger of host db-7.internal",
        owner,
        "shop",
        1,
        Set.of("anna@shop.example"),
        Lifecycle.PRODUCTION,
        null,
        Set.of(),
        null,
        List.of(new StandardUse("seven-gates", "d0c5", null, null)),
        Map.of(),
        List.of(),
        null,
        null,
        List.of(),
        Map.of(),
        List.of(),
        name.equals("orders") ? SampleSlos.promised() : List.of(),
        List.of(),
        page);
  }

  private static CatalogEntry standard(
      String id, String title, boolean sequence, List<String> ids) {
    List<Gate> gates = new ArrayList<>();
    for (String gate : ids) {
      gates.add(
          new Gate(
              gate,
              null,
              null,
              Set.of(),
              true,
              "The backup turns out unreadable on the day it is needed; this is the outage that"
                  + " ends companies.",
              "Restore the newest backup whole into an empty place and verify it.",
              "half a day",
              List.of(
                  new Requirement.Entry(
                      Requirement.EvidenceType.SCAN,
                      Map.of(Requirement.MatchField.CHECK, Set.of("structured-logs")),
                      null,
                      new Requirement.Freshness.Newest(Duration.ofDays(100)),
                      Requirement.Scope.SERVICE,
                      false,
                      Requirement.Each.TARGET,
                      null,
                      Set.of()))));
    }
    Standard standard = new Standard(id, title, List.of("full"), sequence, gates);
    return entry(CatalogKind.STANDARD, id, CatalogueCodec.write(standard));
  }

  private static List<Check> checks() {
    return Stream.concat(machineChecks(), Stream.of(REVIEW)).toList();
  }

  private static Stream<Check> machineChecks() {
    return Stream.of("structured-logs", "fault-injection", "load-test", "capacity-review")
        .map(
            id ->
                new Check(
                    id,
                    "Does " + id + " hold for this service?",
                    Map.of(),
                    Check.Proof.MACHINE,
                    Requirement.Scope.SERVICE,
                    false,
                    List.of(),
                    List.of(),
                    "muster run --service \"$SERVICE\" --scan "
                        + id
                        + " \\\n  -- ./test/"
                        + id
                        + ".sh"));
  }
}
